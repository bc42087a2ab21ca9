package dev.backwright.academy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.http.HttpResponse;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator in software (WebAuthn, ES256, no attestation) that also does what no real one would.
///
/// ```java
/// var key = SoftKey.madeBy(member);
/// key.signIn(member);                                        // 200
/// key.signIn(member, draft -> draft.origin = "https://evil.example");   // 422
/// ```
final class SoftKey {

    static final int PRESENT = 1;
    static final int VERIFIED = 4;
    private static final int ATTESTED = 0x40;

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair = pair();
    private final byte[] id = random(32);
    private long count;
    private String handle = "";

    /// What it signs, before it does.
    static final class Draft {
        String type;
        String challenge;
        String origin;
        String party = "localhost";
        int flags = PRESENT | VERIFIED;
        long count;

        Draft(String type, String challenge, String origin, long count) {
            this.type = type;
            this.challenge = challenge;
            this.origin = origin;
            this.count = count;
        }

        byte[] client() {
            return JSON.writeValueAsBytes(
                    Map.of(
                            "type", type,
                            "challenge", challenge,
                            "origin", origin,
                            "crossOrigin", false));
        }

        byte[] data(byte[] attested) {
            int all = attested.length > 0 ? flags | ATTESTED : flags;
            return joined(
                    sha256(party.getBytes(UTF_8)),
                    new byte[] {(byte) all},
                    ByteBuffer.allocate(4).putInt((int) count).array(),
                    attested);
        }
    }

    /// One of somebody who has come in just now.
    static SoftKey madeBy(Member member) throws Exception {
        var key = new SoftKey();
        var answer = key.make(member, "", draft -> {});
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.body());
        }
        return key;
    }

    String id() {
        return BASE64.encodeToString(id);
    }

    HttpResponse<String> make(Member member, String password, Consumer<Draft> change)
            throws Exception {
        var asked = askedToMake(member, password);
        return asked.statusCode() == 200 ? answer(member, asked.body(), change) : asked;
    }

    static HttpResponse<String> askedToMake(Member member, String password) throws Exception {
        return member.call(
                "POST",
                "/api/me/passkeys/challenge",
                JSON.writeValueAsString(Map.of("password", password)));
    }

    /// @param asked as [#askedToMake] has it
    HttpResponse<String> answer(Member member, String asked, Consumer<Draft> change)
            throws Exception {
        return member.call("POST", "/api/me/passkeys", made(member, asked, change));
    }

    private String made(Member member, String asked, Consumer<Draft> change) {
        var options = JSON.readTree(asked);
        handle = options.get("user").get("id").stringValue();
        var draft = new Draft("webauthn.create", challenge(options), member.origin(), ++count);
        change.accept(draft);
        var attested = joined(new byte[16], new byte[] {0, (byte) id.length}, id, coseKey());
        var answer =
                Map.of(
                        "id", id(),
                        "clientDataJSON", BASE64.encodeToString(draft.client()),
                        "attestationObject",
                                BASE64.encodeToString(attestation(draft.data(attested))));
        return JSON.writeValueAsString(Map.of("name", "a key in software", "answer", answer));
    }

    static String challenge(Member member) throws Exception {
        var asked = member.call("POST", "/api/sign-in/passkey/challenge", "");
        return challenge(JSON.readTree(asked.body()));
    }

    private static String challenge(JsonNode options) {
        return options.get("challenge").stringValue();
    }

    HttpResponse<String> signIn(Member member) throws Exception {
        return signIn(member, draft -> {});
    }

    HttpResponse<String> signIn(Member member, Consumer<Draft> change) throws Exception {
        return send(member, use(challenge(member), member.origin(), change));
    }

    static HttpResponse<String> send(Member member, Map<String, String> answer) throws Exception {
        return member.call(
                "POST", "/api/sign-in/passkey?next=/me", JSON.writeValueAsString(answer));
    }

    /// What it answers, to be spoiled or sent.
    Map<String, String> use(String challenge, String origin, Consumer<Draft> change) {
        var draft = new Draft("webauthn.get", challenge, origin, ++count);
        change.accept(draft);
        var data = draft.data(new byte[0]);
        var answer = new LinkedHashMap<String, String>();
        answer.put("id", id());
        answer.put("clientDataJSON", BASE64.encodeToString(draft.client()));
        answer.put("authenticatorData", BASE64.encodeToString(data));
        answer.put("signature", BASE64.encodeToString(sign(joined(data, sha256(draft.client())))));
        answer.put("userHandle", handle);
        return answer;
    }

    private byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// `{fmt: "none", attStmt: {}, authData}` in CBOR.
    private static byte[] attestation(byte[] data) {
        return joined(
                new byte[] {(byte) 0xa3, 0x63},
                "fmt".getBytes(UTF_8),
                new byte[] {0x64},
                "none".getBytes(UTF_8),
                new byte[] {0x67},
                "attStmt".getBytes(UTF_8),
                new byte[] {(byte) 0xa0, 0x68},
                "authData".getBytes(UTF_8),
                new byte[] {0x58, (byte) data.length},
                data);
    }

    /// `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`: EC2, ES256, P-256.
    private byte[] coseKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        return joined(
                new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20},
                of32(point.getAffineX()),
                new byte[] {0x22, 0x58, 0x20},
                of32(point.getAffineY()));
    }

    private static byte[] of32(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, padded, 32 - length, length);
        return padded;
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
