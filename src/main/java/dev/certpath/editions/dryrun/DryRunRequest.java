package dev.certpath.editions.dryrun;

import dev.certpath.guide.Guide;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which edition is compared with which.
 *
 * @param text the text of the edition
 * @param edition the edition, with the exams in force
 * @param inForce the edition in force
 * @param guideVersion the number that every change of editions, publications and exams raises
 */
public record DryRunRequest(String text, Guide edition, Guide inForce, long guideVersion) {

    /** What a dry run depends on, apart from the saved cases. */
    record Key(String editionSha256, long guideVersion, int comparedWith) {}

    Key key() {
        return new Key(sha256(text), guideVersion, inForce.edition());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
