package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The replies with which an advisor can start a message to a student.
 *
 * @param all the replies, in the order in which they are shown
 */
public record ReadyMadeReplies(List<Reply> all) {

    /**
     * One reply.
     *
     * @param code the code used in forms
     * @param label the text shown to advisors
     * @param text the start of the message, in which {@code {first}} and {@code {second}} stand for names of tracks
     */
    public record Reply(String code, String label, String text) {

        /** Returns the reply with these names of tracks in its text. */
        public Reply forTracks(String first, String second) {
            return new Reply(code, label, text.replace("{first}", first).replace("{second}", second));
        }
    }

    /**
     * Reads the replies from a YAML file.
     *
     * @throws InvalidGuideException if the file is invalid; it lists all violations
     */
    public static ReadyMadeReplies read(GuideFile file) {
        var violations = new ArrayList<GuideViolation>();
        var replies = new LinkedHashMap<String, Reply>();
        YamlMappingReader.parse(file, violations).ifPresent(mapping -> {
            mapping.sections("replies").forEach(section -> readReply(section, replies));
            mapping.rejectUnknownKeys();
        });
        if (!violations.isEmpty()) {
            throw new InvalidGuideException(violations);
        }
        return new ReadyMadeReplies(List.copyOf(replies.values()));
    }

    private static void readReply(YamlMappingReader section, Map<String, Reply> replies) {
        var reply = new Reply(section.code("reply", CodeFormat.CODE), section.text("label"), section.text("text"));
        if (replies.putIfAbsent(reply.code(), reply) != null) {
            section.addViolation("reply " + reply.code() + " is defined twice");
        }
        section.rejectUnknownKeys();
    }
}
