package dev.certpath.editions;

import dev.certpath.guide.Condition;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What differs between two editions, part by part. Fields have the names that they have in YAML. Comments and the order of
 * rules are no difference.
 *
 * @param differences the parts that differ, in the order of the earlier edition, new ones last
 */
public record EditionComparison(List<PartDifference> differences) {

    /** What a part of an edition is. */
    public enum Kind {
        SETTINGS,
        QUESTION,
        OPTION,
        TRACK,
        RULE
    }

    /** What became of a part. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A part that differs.
     *
     * @param code its code, for an option after that of its question; empty for settings
     * @param fields what differs in it; everything that it has if it was added or removed
     */
    public record PartDifference(Kind kind, String code, Change change, List<FieldDifference> fields) {}

    /**
     * A field that differs.
     *
     * @param before its value in the earlier edition; empty if it had none
     * @param after its value in the later edition; empty if it has none
     */
    public record FieldDifference(String name, String before, String after) {}

    private record Part(Kind kind, String code) {}

    /** Compares two editions. */
    public static EditionComparison of(Guide before, Guide after) {
        var old = parts(before);
        var current = parts(after);
        var all = new LinkedHashSet<>(old.keySet());
        all.addAll(current.keySet());
        return new EditionComparison(all.stream()
                .filter(part -> !Objects.equals(old.get(part), current.get(part)))
                .map(part -> compare(part, old, current))
                .toList());
    }

    private static PartDifference compare(
            Part part, Map<Part, Map<String, String>> old, Map<Part, Map<String, String>> current) {
        var before = old.getOrDefault(part, Map.of());
        var after = current.getOrDefault(part, Map.of());
        var change = before.isEmpty() ? Change.ADDED : after.isEmpty() ? Change.REMOVED : Change.CHANGED;
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var fields = names.stream()
                .map(name -> new FieldDifference(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
        return new PartDifference(part.kind(), part.code(), change, fields);
    }

    private static Map<Part, Map<String, String>> parts(Guide guide) {
        var parts = new LinkedHashMap<Part, Map<String, String>>();
        parts.put(new Part(Kind.SETTINGS, ""), fields(guide));
        for (Question question : guide.questions()) {
            parts.put(new Part(Kind.QUESTION, question.code()), fields(question));
            for (Option option : question.options()) {
                parts.put(new Part(Kind.OPTION, question.code() + ": " + option.code()), fields(option));
            }
        }
        guide.tracks().forEach(track -> parts.put(new Part(Kind.TRACK, track.code()), fields(track)));
        guide.rules().forEach(rule -> parts.put(new Part(Kind.RULE, rule.code()), fields(rule)));
        return parts;
    }

    private static Map<String, String> fields(Guide guide) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", guide.name());
        fields.put("short-name", guide.shortName());
        fields.put("claims-from", guide.validFrom().toString());
        fields.put(
                "questions", join(guide.questions().stream().map(Question::code).toList()));
        fields.put("tracks", join(guide.tracks().stream().map(Track::code).toList()));
        fields.put(
                "tie-break", join(guide.tieBreak().stream().map(Question::code).toList()));
        fields.put("close-call", String.valueOf(guide.closeCall()));
        fields.put("outweighs", String.valueOf(guide.overrideLead()));
        fields.put("second-within-months", String.valueOf(guide.secondWithinMonths()));
        fields.put("book-weeks-ahead", String.valueOf(guide.bookWeeksAhead()));
        fields.put("retired-parameters", join(guide.retiredParameters()));
        fields.put("example", example(guide));
        return fields;
    }

    private static String example(Guide guide) {
        var example = guide.example();
        return example == null ? "" : example.text() + ": " + example.answers().codes();
    }

    private static Map<String, String> fields(Question question) {
        var texts = question.texts();
        var unknown = question.unknown();
        var fields = new LinkedHashMap<String, String>();
        fields.put("parameter", question.parameter());
        fields.put("filter", question.filter());
        fields.put("kind", question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        fields.put("required", String.valueOf(question.required()));
        fields.put("about", question.wish() ? "wish" : "fact");
        fields.put("label", texts.label());
        fields.put("subject", texts.subject());
        fields.put("title", texts.title());
        fields.put("hint", texts.hint());
        fields.put("why", texts.why());
        fields.put("any", texts.any());
        fields.put("receipt", texts.receipt());
        fields.put("change", texts.change());
        fields.put("first-time", texts.firstTime());
        fields.put("adding", texts.adding());
        fields.put("dropping", texts.dropping());
        fields.put("missing", texts.missing());
        fields.put("not-alone", texts.notAlone());
        fields.put("options", join(question.options().stream().map(Option::code).toList()));
        fields.put("unknown", unknown == null ? "" : (unknown.code() + " " + unknown.label()).strip());
        return fields;
    }

    private static Map<String, String> fields(Option option) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("label", option.label());
        fields.put("hint", option.hint());
        fields.put("phrase", option.phrase());
        fields.put("exclusive", flag(option.exclusive()));
        fields.put("apart", flag(option.apart()));
        fields.put("retired", flag(option.retired()));
        return fields;
    }

    private static Map<String, String> fields(Track track) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", track.name());
        fields.put("provider", track.provider());
        fields.put("mark", track.mark());
        fields.put("colour", track.colour().toString());
        fields.put("names", track.examCode());
        fields.put("usually-next", Objects.requireNonNullElse(track.usuallyNext(), ""));
        return fields;
    }

    private static Map<String, String> fields(Rule rule) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("track", rule.track().code());
        fields.put("points", String.valueOf(rule.points()));
        fields.put("when", when(rule.condition()));
        fields.put("says", rule.text());
        fields.put("receipt", rule.receipt());
        fields.put("basis", rule.basis());
        fields.put("note", rule.note());
        return fields;
    }

    private static String when(Condition condition) {
        return condition instanceof Condition.AnyOptionChosen chosen
                ? chosen.question().code() + ": "
                        + join(chosen.options().stream().map(Option::code).toList())
                : "";
    }

    /** A flag that YAML has only where it is set. */
    private static String flag(boolean value) {
        return value ? "true" : "";
    }

    private static String join(List<String> codes) {
        return codes.stream().collect(Collectors.joining(", "));
    }
}
