package dev.certpath.web.desk.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A passkey (ES256, attestation "none") that answers the options of the application as a browser would. */
final class SoftwarePasskey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final HexFormat HEX = HexFormat.of();

    private static final int USER_PRESENT_AND_VERIFIED = 0x05;
    private static final int HAS_CREDENTIAL = 0x40;
    private static final int COORDINATE_LENGTH = 32;

    private final String origin;
    private final KeyPair keys = newKeys();
    private byte[] id = randomBytes(COORDINATE_LENGTH);
    private int signCount;

    /** Creates a passkey that is used on pages of an origin. */
    SoftwarePasskey(String origin) {
        this.origin = origin;
    }

    /** Returns a passkey with the id of this one and another key. */
    SoftwarePasskey forged() {
        var forged = new SoftwarePasskey(origin);
        forged.id = id;
        forged.signCount = signCount + 1;
        return forged;
    }

    /** Returns this passkey's id as the application stores it. */
    String id() {
        return BASE64.encodeToString(id);
    }

    /** Answers creation options, with a name for the passkey. */
    String registration(JsonNode options, String name) {
        var response = Map.of(
                "clientDataJSON", BASE64.encodeToString(clientData("webauthn.create", options)),
                "attestationObject", BASE64.encodeToString(attestationObject()),
                "transports", new String[] {"internal"});
        return JSON.writeValueAsString(Map.of("publicKey", Map.of("credential", credential(response), "label", name)));
    }

    /** Answers request options. */
    String assertion(JsonNode options) {
        var clientData = clientData("webauthn.get", options);
        var authenticatorData = authenticatorData(USER_PRESENT_AND_VERIFIED, new byte[0]);
        var response = Map.of(
                "clientDataJSON", BASE64.encodeToString(clientData),
                "authenticatorData", BASE64.encodeToString(authenticatorData),
                "signature", BASE64.encodeToString(sign(concatenate(authenticatorData, sha256(clientData)))));
        return JSON.writeValueAsString(credential(response));
    }

    private Map<String, Object> credential(Map<String, ?> response) {
        return Map.of(
                "id",
                id(),
                "rawId",
                id(),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of());
    }

    private byte[] clientData(String type, JsonNode options) {
        var data = Map.of(
                "type",
                type,
                "challenge",
                options.get("challenge").stringValue(),
                "origin",
                origin,
                "crossOrigin",
                false);
        return JSON.writeValueAsBytes(data);
    }

    /** The CBOR map of fmt, attStmt and authData. */
    private byte[] attestationObject() {
        var key = (ECPublicKey) keys.getPublic();
        var credentialData = concatenate(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                HEX.parseHex("a5010203262001215820"),
                coordinate(key.getW().getAffineX()),
                HEX.parseHex("225820"),
                coordinate(key.getW().getAffineY()));
        var data = authenticatorData(USER_PRESENT_AND_VERIFIED | HAS_CREDENTIAL, credentialData);
        return concatenate(
                HEX.parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746158"),
                new byte[] {(byte) data.length},
                data);
    }

    private byte[] authenticatorData(int flags, byte[] credentialData) {
        return concatenate(
                sha256("localhost".getBytes(UTF_8)),
                new byte[] {(byte) flags},
                ByteBuffer.allocate(4).putInt(signCount++).array(),
                credentialData);
    }

    private byte[] sign(byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static byte[] coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var result = new byte[COORDINATE_LENGTH];
        int length = Math.min(bytes.length, COORDINATE_LENGTH);
        System.arraycopy(bytes, bytes.length - length, result, COORDINATE_LENGTH - length, length);
        return result;
    }

    private static byte[] concatenate(byte[]... parts) {
        var result = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            result.writeBytes(part);
        }
        return result.toByteArray();
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static byte[] randomBytes(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
