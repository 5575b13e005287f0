package dev.certpath.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stored content of a recommendation. Cases with the same content share one document: the day, the id and the
 * reference of a case are not part of it.
 *
 * @param digest the SHA-256 digest of the content, in hexadecimal
 * @param content the content as JSON
 */
record RecommendationDocument(String digest, String content) {

    static RecommendationDocument of(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return new RecommendationDocument(HexFormat.of().formatHex(digest), content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform supports SHA-256", impossible);
        }
    }
}
