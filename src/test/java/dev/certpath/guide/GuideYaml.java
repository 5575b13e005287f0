package dev.certpath.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The text of the two guide files, as published or with changes.
 *
 * @param edition the text of {@code edition-2.yaml}
 * @param exams the text of {@code exams.yaml}
 */
public record GuideYaml(String edition, String exams) {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String EDITION = "edition-2.yaml";
    private static final String EXAMS = "exams.yaml";

    /** The published files. */
    public static GuideYaml published() {
        return new GuideYaml(resource("/guide/" + EDITION), resource("/guide/" + EXAMS));
    }

    /** The first edition, with the exams of today. */
    public static GuideYaml editionOne() {
        return new GuideYaml(resource("/guide/edition-1.yaml"), resource("/guide/" + EXAMS));
    }

    /**
     * The published files with a fifth question, {@code study-time}, that students can leave open, and a rule that gives
     * Google 7 points for {@code full-time}.
     */
    public static GuideYaml withFiveQuestions() {
        return published()
                .inEdition(
                        "# The start page shows", resource("/guides/fifth-question.yaml") + "\n# The start page shows")
                .inEdition("target-industry, ml-background]", "target-industry, ml-background, study-time]")
                .inEdition(
                        "  - rule: google-role\n",
                        resource("/guides/fifth-question-rule.yaml") + "  - rule: google-role\n");
    }

    /** The published files with a fourth track, {@code oracle}, its exam, and a rule that gives it 8 points for energy. */
    public static GuideYaml withFourTracks() {
        return published()
                .inEdition(
                        "# For tracks with equal points",
                        resource("/guides/fourth-track.yaml") + "\n# For tracks with equal points")
                .inEdition(
                        "  - rule: azure-employer\n",
                        resource("/guides/fourth-track-rule.yaml") + "  - rule: azure-employer\n")
                .inExams("exams:\n", "exams:\n" + resource("/guides/fourth-track-exam.yaml"));
    }

    /** The published guide with other exams, also with such that the reader refuses: a track may have no exam on some day. */
    public static Guide withExams(List<Exam> exams) {
        var guide = published().read();
        return new Guide(
                guide.edition(),
                guide.name(),
                guide.shortName(),
                guide.validFrom(),
                guide.questions(),
                guide.tracks(),
                guide.rules(),
                guide.tieBreak(),
                guide.closeCall(),
                guide.overrideLead(),
                guide.secondWithinMonths(),
                guide.bookWeeksAhead(),
                exams,
                List.of(),
                guide.example(),
                guide.retiredParameters());
    }

    /** A guide of three questions and two tracks that the published guide does not have. */
    public static GuideYaml withThreeQuestions() {
        return new GuideYaml(resource("/guides/three-questions.yaml"), resource("/guides/three-questions-exams.yaml"));
    }

    /** Removes the example of the start page. */
    public GuideYaml withoutExample() {
        int start = edition.indexOf("# The start page shows");
        int end = edition.indexOf("# This order decides");
        return new GuideYaml(edition.substring(0, start) + edition.substring(end), exams);
    }

    /** Replaces a text that occurs exactly once in the edition file. */
    public GuideYaml inEdition(String text, String replacement) {
        return new GuideYaml(replaceOnce(edition, text, replacement), exams);
    }

    /** Replaces a text that occurs exactly once in the exams file. */
    public GuideYaml inExams(String text, String replacement) {
        return new GuideYaml(edition, replaceOnce(exams, text, replacement));
    }

    /** Reads the guide. */
    public Guide read() {
        return GuideReader.read(file(EDITION, edition), file(EXAMS, exams), TODAY);
    }

    /** Reads the guide with the exams as a revision. */
    Guide readStored() {
        return GuideReader.readStored(file(EDITION, edition), file(EXAMS, exams), TODAY);
    }

    /** Reads the guide with exams that are kept apart. */
    Guide readApart() {
        return GuideReader.readApart(file(EDITION, edition), file(EXAMS, exams), TODAY);
    }

    /** The same edition with other exams. */
    GuideYaml withExams(String other) {
        return new GuideYaml(edition, other);
    }

    /** The violations of the guide; empty if it is valid. */
    public List<String> violations() {
        try {
            read();
            return List.of();
        } catch (InvalidGuideException invalid) {
            return invalid.violations().stream().map(GuideViolation::toString).toList();
        }
    }

    /** The location of a text in the edition file, in the format of violations. */
    public String locationInEdition(String text) {
        return EDITION + ":" + line(edition, text);
    }

    /** The location of a text in the exams file, in the format of violations. */
    public String locationInExams(String text) {
        return EXAMS + ":" + line(exams, text);
    }

    /** Writes the files into a folder and returns the settings with which an application uses them. */
    public String[] settings(Path folder) throws IOException {
        return new String[] {
            "certpath.guide.edition="
                    + Files.writeString(folder.resolve(EDITION), edition).toUri(),
            "certpath.guide.exams="
                    + Files.writeString(folder.resolve(EXAMS), exams).toUri()
        };
    }

    private static GuideFile file(String name, String content) {
        return new GuideFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String replaceOnce(String content, String text, String replacement) {
        return new StringBuilder(content)
                .replace(indexOfOnly(content, text), indexOfOnly(content, text) + text.length(), replacement)
                .toString();
    }

    private static long line(String content, String text) {
        return content.substring(0, indexOfOnly(content, text)).lines().count() + (startsLine(content, text) ? 1 : 0);
    }

    private static boolean startsLine(String content, String text) {
        int index = content.indexOf(text);
        return index == 0 || content.charAt(index - 1) == '\n';
    }

    private static int indexOfOnly(String content, String text) {
        int index = content.indexOf(text);
        if (index < 0 || content.indexOf(text, index + 1) >= 0) {
            throw new IllegalArgumentException("Not exactly one occurrence of: " + text);
        }
        return index;
    }

    private static String resource(String name) {
        try (var stream = GuideYaml.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No such file: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
