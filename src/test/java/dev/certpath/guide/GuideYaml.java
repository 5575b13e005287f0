package dev.certpath.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of the guide's two files, as published or with a word changed here and there.
 *
 * @param edition the text of {@code edition-1.yaml}
 * @param exams the text of {@code exams.yaml}
 */
public record GuideYaml(String edition, String exams) {

    private static final String EDITION = "edition-1.yaml";
    private static final String EXAMS = "exams.yaml";

    /** The files as they are published. */
    public static GuideYaml published() {
        return new GuideYaml(resource(EDITION), resource(EXAMS));
    }

    /** Another text in the edition's file, in the one place where it stands. */
    public GuideYaml inEdition(String text, String replacement) {
        return new GuideYaml(replaceOnce(edition, text, replacement), exams);
    }

    /** Another text in the exams' file, in the one place where it stands. */
    public GuideYaml inExams(String text, String replacement) {
        return new GuideYaml(edition, replaceOnce(exams, text, replacement));
    }

    /** Reads the guide. */
    public Guide read() {
        return GuideReader.read(new GuideFile(EDITION, edition), new GuideFile(EXAMS, exams));
    }

    /** What is wrong with it; nothing when it can be read. */
    public List<String> violations() {
        try {
            read();
            return List.of();
        } catch (InvalidGuideException invalid) {
            return invalid.violations();
        }
    }

    /** The edition's file and line, as problems name it, where a text begins. */
    public String locationInEdition(String text) {
        return EDITION + ":" + line(edition, text);
    }

    /** The exams' file and line, as problems name it, where a text begins. */
    public String locationInExams(String text) {
        return EXAMS + ":" + line(exams, text);
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
            throw new IllegalArgumentException("Not there exactly once: " + text);
        }
        return index;
    }

    private static String resource(String name) {
        try (var stream = GuideYaml.class.getResourceAsStream("/guide/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No such file: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
