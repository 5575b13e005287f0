package dev.certpath.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads exams and checks their chains: every track has an exam on every day, and every exam is part of a chain. */
final class ExamsReader {

    private final Map<String, Exam> exams = new LinkedHashMap<>();
    private final Map<String, YamlMappingReader> sections = new LinkedHashMap<>();

    List<Exam> read(YamlMappingReader file) {
        for (YamlMappingReader section : file.sections("exams")) {
            var exam = exam(section);
            if (exams.putIfAbsent(exam.code(), exam) != null) {
                section.problem("exam " + exam.code() + " is there twice");
            }
            sections.putIfAbsent(exam.code(), section);
            section.nothingElse();
        }
        return List.copyOf(exams.values());
    }

    /** One exam; the section may hold more that the caller asks for. */
    static Exam exam(YamlMappingReader section) {
        var exam = new Exam(
                section.text("exam"),
                new Certification(section.text("certification"), section.text("short"), section.text("url")),
                section.text("level"),
                section.oneOf("stage", "standard", "standard", "beta"),
                section.optionalDay("opens"),
                section.optionalDay("closes"),
                section.number("price-usd"),
                section.optionalNumber("minutes"),
                section.text("questions", ""),
                section.optionalNumber("passing-score"),
                section.optionalNumber("valid-months"),
                section.text("expects", ""),
                section.text("renewal", ""),
                section.text("languages", ""),
                section.day("checked"),
                section.has("successor") ? section.text("successor") : null,
                List.copyOf(section.texts("notes")),
                section.sections("sources").stream().map(ExamsReader::source).toList());
        if (exam.sources().isEmpty()) {
            section.problem("exam " + exam.code() + " has no source");
        }
        if (exam.opens() != null && exam.closes() != null && exam.closes().isBefore(exam.opens())) {
            section.problemAt("closes", "exam " + exam.code() + " closes before it opens");
        }
        return exam;
    }

    private static Exam.Source source(YamlMappingReader section) {
        var source = new Exam.Source(section.text("fact"), section.text("where"), section.text("dated"));
        section.nothingElse();
        return source;
    }

    /** Walks every track's chain and notes where it breaks, turns in a circle or leaves a day without an exam. */
    void checkChains(Map<Track, YamlMappingReader> tracks, LocalDate from) {
        var chains = new ArrayList<List<Exam>>();
        tracks.forEach((track, section) -> chain(track, section).ifPresent(chain -> {
            chains.add(chain);
            var gap = firstDayWithout(chain, from);
            if (gap != null) {
                section.problem("track " + track.code() + " has no exam on " + gap);
            }
        }));
        if (chains.size() == tracks.size()) {
            checkReached(chains);
        }
    }

    private void checkReached(List<List<Exam>> chains) {
        exams.forEach((code, exam) -> {
            if (chains.stream().noneMatch(chain -> chain.contains(exam))) {
                Objects.requireNonNull(sections.get(code)).problem("exam " + code + " is reached by no track");
            }
        });
    }

    /** A track's exams, the one that the guide names first; empty where the chain breaks. */
    private Optional<List<Exam>> chain(Track track, YamlMappingReader trackSection) {
        var chain = new ArrayList<Exam>();
        @Nullable String code = track.names();
        var place = trackSection;
        while (code != null) {
            String link = chain.isEmpty() ? "names" : "successor";
            var exam = exams.get(code);
            if (exam == null) {
                place.problemAt(link, "there is no exam " + code);
                return Optional.empty();
            }
            if (chain.contains(exam)) {
                place.problemAt(link, "the successors of exam " + code + " lead back to it");
                return Optional.empty();
            }
            chain.add(exam);
            place = Objects.requireNonNull(sections.get(code));
            code = exam.successor();
        }
        return Optional.of(chain);
    }

    private static @Nullable LocalDate firstDayWithout(List<Exam> chain, LocalDate from) {
        var day = from;
        while (true) {
            var today = day;
            var held = chain.stream().filter(exam -> exam.isHeldOn(today)).findFirst();
            if (held.isEmpty()) {
                return day;
            }
            var closes = held.get().closes();
            if (closes == null) {
                return null;
            }
            day = closes.plusDays(1);
        }
    }
}
