package dev.certpath.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads exams and checks that every track has an available exam on every day and every exam belongs to a chain. */
final class ExamsReader {

    private static final String[] CERTAINTIES =
            Stream.of(Certainty.values()).map(Certainty::toString).toArray(String[]::new);

    private final Map<String, Exam> exams = new LinkedHashMap<>();
    private final Map<String, YamlMappingReader> sections = new LinkedHashMap<>();
    private final Map<Track, List<Exam>> chains = new LinkedHashMap<>();

    List<Exam> read(YamlMappingReader file) {
        for (YamlMappingReader section : file.sections("exams")) {
            var exam = readExam(section);
            if (exams.putIfAbsent(exam.code(), exam) != null) {
                section.addViolation("exam " + exam.code() + " is defined twice");
            }
            sections.putIfAbsent(exam.code(), section);
            section.rejectUnknownKeys();
        }
        return List.copyOf(exams.values());
    }

    /** Reads one exam. The section may have further keys, which the caller reads. */
    static Exam readExam(YamlMappingReader section) {
        var exam = new Exam(
                section.code("exam", CodeFormat.EXAM),
                new Certification(section.text("certification"), section.text("short"), section.text("url")),
                section.text("level"),
                section.oneOf("stage", "standard", "standard", Exam.BETA),
                readAvailability(section),
                new Price(
                        section.number("price-usd"),
                        section.text("price-region", ""),
                        section.optionalNumber("renewal-price-usd")),
                section.optionalNumber("minutes"),
                section.text("questions", ""),
                section.optionalNumber("passing-score"),
                readValidMonths(section),
                section.optionalNumber("attempts"),
                section.text("expects", ""),
                section.text("renewal", ""),
                section.text("languages", ""),
                section.day("checked"),
                section.has("successor") ? section.text("successor") : null,
                List.copyOf(section.texts("notes")),
                section.sections("sources").stream()
                        .map(ExamsReader::readSource)
                        .toList());
        if (exam.sources().isEmpty()) {
            section.addViolation("exam " + exam.code() + " has no source");
        }
        return exam;
    }

    private static Availability readAvailability(YamlMappingReader section) {
        var opens = section.optionalDay("opens");
        var closes = section.optionalDay("closes");
        if (opens != null && closes != null && closes.isBefore(opens)) {
            section.addViolationAt("closes", "the exam closes before it opens");
        }
        return new Availability(
                opens,
                readCertainty(section, "opens"),
                closes,
                readCertainty(section, "closes"),
                readQualification(section, "closes", "closes-language") ? section.text("closes-language") : null);
    }

    /** Reads how certain a day is; null if there is no such day. */
    private static @Nullable Certainty readCertainty(YamlMappingReader section, String day) {
        var key = day + "-certainty";
        var qualified = readQualification(section, day, key);
        if (!section.has(day)) {
            return null;
        }
        var certainty = qualified
                ? section.oneOf(key, Certainty.CONFIRMED.toString(), CERTAINTIES)
                : Certainty.CONFIRMED.toString();
        return Certainty.valueOf(certainty.toUpperCase(Locale.ROOT));
    }

    /** Returns whether there is a value that says more about a day, and adds a violation if there is no such day. */
    private static boolean readQualification(YamlMappingReader section, String day, String key) {
        if (section.has(key) && !section.has(day)) {
            section.addViolationAt(key, "'" + key + "' needs '" + day + "'");
        }
        return section.has(key);
    }

    private static @Nullable Integer readValidMonths(YamlMappingReader section) {
        var months = section.optionalNumber("valid-months");
        if (months != null && months == 0) {
            section.addViolationAt("valid-months", "'valid-months' must be at least 1");
        }
        return months;
    }

    private static Exam.Source readSource(YamlMappingReader section) {
        var source = new Exam.Source(
                section.text("fact"), section.text("where"), section.text("url", ""), section.text("dated"));
        section.rejectUnknownKeys();
        return source;
    }

    /** Checks the chain of every track for missing exams and cycles. */
    void checkChains(Map<Track, YamlMappingReader> tracks) {
        tracks.forEach((track, section) -> readChain(track, section).ifPresent(chain -> chains.put(track, chain)));
    }

    /** Adds a violation for each track without an exam on a day; the chains are those that {@link #checkChains} found. */
    void rejectDaysWithoutExam(Map<Track, YamlMappingReader> tracks, LocalDate from) {
        chains.forEach((track, chain) -> ExamCalendar.findDayWithoutExam(chain, from)
                .ifPresent(day -> Objects.requireNonNull(tracks.get(track))
                        .addViolation("track " + track.code() + " has no exam on " + day)));
    }

    /** Adds a violation for each exam that is in none of the chains that {@link #checkChains} found. */
    void rejectUnusedExams(int trackCount) {
        if (chains.size() < trackCount) {
            return; // the chain that has a violation may lack the exam
        }
        exams.forEach((code, exam) -> {
            if (chains.values().stream().noneMatch(chain -> chain.contains(exam))) {
                Objects.requireNonNull(sections.get(code))
                        .addViolation("exam " + code + " is in the chain of no track");
            }
        });
    }

    /** Reads the exams of a track, starting with the one named by the guide; empty if the chain is invalid. */
    private Optional<List<Exam>> readChain(Track track, YamlMappingReader trackSection) {
        var chain = new ArrayList<Exam>();
        @Nullable String code = track.examCode();
        var section = trackSection;
        while (code != null) {
            String key = chain.isEmpty() ? "names" : "successor";
            var exam = exams.get(code);
            if (exam == null) {
                section.addViolationAt(key, "there is no exam " + code);
                return Optional.empty();
            }
            if (chain.contains(exam)) {
                section.addViolationAt(key, "the successors of exam " + code + " form a cycle");
                return Optional.empty();
            }
            chain.add(exam);
            section = Objects.requireNonNull(sections.get(code));
            code = exam.successor();
        }
        return Optional.of(chain);
    }
}
