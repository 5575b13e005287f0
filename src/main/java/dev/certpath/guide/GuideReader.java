package dev.certpath.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Guide} from its two files: whole, or not at all and with every problem named. */
public final class GuideReader {

    private final List<GuideViolation> problems = new ArrayList<>();
    private Map<String, Question> questions = Map.of();
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Map<Track, YamlMappingReader> trackSections = new LinkedHashMap<>();

    private GuideReader() {}

    /**
     * Reads a guide.
     *
     * @param edition questions, tracks and rules
     * @param exams the exams that the tracks lead to
     * @throws InvalidGuideException when anything is wrong with them, listing all of it
     */
    public static Guide read(GuideFile edition, GuideFile exams) {
        return new GuideReader().readBoth(edition, exams);
    }

    private Guide readBoth(GuideFile editionFile, GuideFile examsFile) {
        var edition = YamlMappingReader.whole(editionFile, problems);
        var dated = YamlMappingReader.whole(examsFile, problems);
        var guide = edition.flatMap(rules -> dated.map(exams -> guide(rules, exams)));
        if (guide.isPresent() && problems.isEmpty()) {
            return guide.get();
        }
        throw new InvalidGuideException(problems.stream()
                .sorted(Comparator.comparing(
                                (GuideViolation problem) -> problem.file().equals(examsFile.name()))
                        .thenComparingInt(GuideViolation::line))
                .toList());
    }

    private Guide guide(YamlMappingReader edition, YamlMappingReader dated) {
        var claimsFrom = edition.day("claims-from");
        questions = QuestionsReader.read(edition);
        if (problems.isEmpty()) {
            QuestionsReader.checkNumber(questions, edition);
        }
        readTracks(edition);
        var rules = edition.named("rules", "rule", this::rule, Rule::code);
        var examsReader = new ExamsReader();
        var exams = examsReader.read(dated);
        examsReader.checkChains(trackSections, claimsFrom);
        var companions =
                dated.sections("alongside").stream().map(this::companion).toList();
        var guide = new Guide(
                edition.number("edition"),
                claimsFrom,
                List.copyOf(questions.values()),
                List.copyOf(tracks.values()),
                rules,
                tieBreak(edition),
                edition.number("close-call"),
                edition.number("outweighs"),
                edition.number("second-within-months"),
                exams,
                companions);
        edition.nothingElse();
        dated.nothingElse();
        return guide;
    }

    private void readTracks(YamlMappingReader edition) {
        for (YamlMappingReader section : edition.sections("tracks")) {
            var track = track(section, tracks.size());
            if (tracks.putIfAbsent(track.code(), track) != null) {
                section.problem("track " + track.code() + " is there twice");
            }
            trackSections.putIfAbsent(track, section);
            section.nothingElse();
        }
        if (tracks.size() < 2) {
            edition.problem("a first and a second need two tracks or more");
        }
        trackSections.forEach((track, section) -> {
            var next = track.usuallyNext();
            if (next != null && (!tracks.containsKey(next) || next.equals(track.code()))) {
                section.problemAt("usually-next", "there is no other track " + next);
            }
        });
    }

    private static Track track(YamlMappingReader section, int position) {
        return new Track(
                position,
                section.text("track"),
                section.text("name"),
                section.text("provider"),
                section.text("mark"),
                section.text("names"),
                section.has("usually-next") ? section.text("usually-next") : null);
    }

    private Rule rule(YamlMappingReader section) {
        var rule = new Rule(
                section.text("rule"),
                trackOf(section),
                section.number("points"),
                condition(section),
                section.text("says"),
                section.text("receipt", ""),
                section.text("basis"),
                section.text("note", ""));
        if (rule.points() < 1) {
            section.problemAt("points", "rule " + rule.code() + " needs 1 point or more");
        }
        if (!section.has("when") && rule.receipt().isEmpty()) {
            section.problem("rule " + rule.code() + " fires for everyone, so it needs its own 'receipt'");
        }
        if (rule.basis().equals(Rule.OUR_DECISION) && rule.note().isEmpty()) {
            section.problem("rule " + rule.code() + " is our decision, so it needs a 'note' that says why");
        }
        section.nothingElse();
        return rule;
    }

    private Condition condition(YamlMappingReader section) {
        if (!section.has("when")) {
            return new Condition.Always();
        }
        var when = section.section("when");
        var names = when.names();
        if (names.size() != 1) {
            section.problemAt("when", "'when' names one question and its options");
            return new Condition.Always();
        }
        String name = names.iterator().next();
        var question = questions.get(name);
        if (question == null) {
            when.problemAt(name, "there is no question " + name + ", only " + questions.keySet());
            return new Condition.Always();
        }
        return new Condition.Chosen(question, options(when, question));
    }

    private static List<Option> options(YamlMappingReader when, Question question) {
        var options = new ArrayList<Option>();
        for (String code : when.texts(question.code())) {
            question.option(code)
                    .ifPresentOrElse(
                            options::add,
                            () -> when.problemAt(
                                    question.code(),
                                    "question " + question.code() + " has no option " + code + ", only "
                                            + question.options().stream()
                                                    .map(Option::code)
                                                    .toList()));
        }
        if (options.isEmpty()) {
            when.problemAt(question.code(), "without options this can never fire");
        }
        return options.stream().distinct().toList();
    }

    private AdditionalExam companion(YamlMappingReader section) {
        var companion = new AdditionalExam(
                ExamsReader.exam(section), trackOf(section), condition(section), section.text("says"));
        if (companion.exam().successor() != null) {
            section.problemAt("successor", "an exam alongside has no successor");
        }
        section.nothingElse();
        return companion;
    }

    private Track trackOf(YamlMappingReader section) {
        String code = section.text("track");
        return Optional.ofNullable(tracks.get(code)).orElseGet(() -> {
            if (section.has("track")) {
                section.problemAt("track", "there is no track " + code + ", only " + tracks.keySet());
            }
            return new Track(0, code, code, code, code, code, null);
        });
    }

    private List<Question> tieBreak(YamlMappingReader edition) {
        var codes = edition.texts("tie-break");
        if (!new HashSet<>(codes).equals(questions.keySet()) || codes.size() != questions.size()) {
            edition.problemAt("tie-break", "'tie-break' names every question once: " + questions.keySet());
        }
        return codes.stream()
                .map(questions::get)
                .flatMap((@Nullable Question question) -> Optional.ofNullable(question).stream())
                .toList();
    }
}
