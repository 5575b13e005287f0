package dev.certpath.guide;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The content of a guide file, which is YAML encoded in UTF-8. */
public final class GuideFile {

    private final String name;
    private final byte[] content;

    /**
     * Creates a guide file.
     *
     * @param name the file name used in violations
     * @param content the bytes of the file
     */
    public GuideFile(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    String name() {
        return name;
    }

    /** The content as text. Bytes that aren't valid UTF-8 are replaced. */
    public String content() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The SHA-256 of the content, in hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }

    /** Decodes the content. If it isn't valid UTF-8, adds a violation with the line and returns nothing. */
    Optional<String> text(List<GuideViolation> violations) {
        var bytes = ByteBuffer.wrap(content);
        var text = CharBuffer.allocate(content.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            violations.add(new GuideViolation(name, lineAt(bytes.position()), "the file is not encoded in UTF-8"));
            return Optional.empty();
        }
        return Optional.of(text.flip().toString());
    }

    private int lineAt(int position) {
        int line = 1;
        for (int index = 0; index < position; index++) {
            if (content[index] == '\n') {
                line++;
            }
        }
        return line;
    }
}
