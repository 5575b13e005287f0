package dev.certpath.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * The text of the two guide files, as published or with changes.
 *
 * @param edition the text of {@code edition-1.yaml}
 * @param exams the text of {@code exams.yaml}
 */
public record GuideYaml(String edition, String exams) {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String EDITION = "edition-1.yaml";
    private static final String EXAMS = "exams.yaml";

    /** The published files. */
    public static GuideYaml published() {
        return new GuideYaml(resource(EDITION), resource(EXAMS));
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

    /** The violations of the guide; empty if it is valid. */
    public List<String> violations() {
        try {
            read();
            return List.of();
        } catch (InvalidGuideException invalid) {
            return invalid.violations();
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
        try (var stream = GuideYaml.class.getResourceAsStream("/guide/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No such file: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
