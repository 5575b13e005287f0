package dev.certpath.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What students were told, word for word. Many cases share one: the day and the names of a case are not part of it.
 *
 * @param digest the content's SHA-256, in hexadecimal digits
 * @param content JSON
 */
record RecommendationDocument(String digest, String content) {

    static RecommendationDocument of(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new RecommendationDocument(HexFormat.of().formatHex(digest), content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
