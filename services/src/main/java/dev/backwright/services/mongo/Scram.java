package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/// Signs on with SCRAM-SHA-256, RFC 7677, as MongoDB carries it in `saslStart` and `saslContinue`.
final class Scram {

    private static final int FEWEST_ROUNDS = 4096;
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final String user;
    private final String password;
    private final String nonce;

    Scram(String user, String password, String nonce) {
        this.user = user;
        this.password = password;
        this.nonce = nonce;
    }

    static void authenticate(Session session, MongoLogin login) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        var scram = new Scram(login.user(), login.password(), BASE64.encodeToString(random));
        BsonDocument first =
                session.run(
                        login.source(),
                        new BsonDocument("saslStart", new BsonInt32(1))
                                .append("mechanism", new BsonString("SCRAM-SHA-256"))
                                .append("payload", bytes("n,," + scram.first())));
        Proof proof = scram.answer(text(first));
        BsonDocument second = go(session, login, first.getInt32("conversationId"), proof.message());
        if (!text(second).equals("v=" + proof.server())) {
            throw new ServiceException("MongoDB " + login + " does not know its own password.");
        }
        if (!second.getBoolean("done").getValue()) {
            go(session, login, first.getInt32("conversationId"), "");
        }
    }

    private static BsonDocument go(
            Session session, MongoLogin login, BsonValue conversation, String payload) {
        return session.run(
                login.source(),
                new BsonDocument("saslContinue", new BsonInt32(1))
                        .append("conversationId", conversation)
                        .append("payload", bytes(payload)));
    }

    private static BsonBinary bytes(String text) {
        return new BsonBinary(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(BsonDocument answer) {
        return new String(answer.getBinary("payload").getData(), StandardCharsets.UTF_8);
    }

    /// What the client says last, and what the server has to say to it.
    record Proof(String message, String server) {}

    String first() {
        return "n=" + user.replace("=", "=3D").replace(",", "=2C") + ",r=" + nonce;
    }

    Proof answer(String challenge) {
        Map<String, String> parts = parts(challenge);
        String both = parts.getOrDefault("r", "");
        int rounds = Integer.parseInt(parts.getOrDefault("i", "0"));
        if (!both.startsWith(nonce) || rounds < FEWEST_ROUNDS) {
            throw new ServiceException(
                    "MongoDB's challenge is none of SCRAM-SHA-256: " + challenge);
        }
        String last = "c=biws,r=" + both;
        String signed = first() + "," + challenge + "," + last;
        try {
            byte[] salted = salted(Base64.getDecoder().decode(parts.getOrDefault("s", "")), rounds);
            byte[] client = hmac(salted, "Client Key");
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(client);
            byte[] signature = hmac(stored, signed);
            for (int i = 0; i < client.length; i++) {
                client[i] ^= signature[i];
            }
            byte[] server = hmac(hmac(salted, "Server Key"), signed);
            return new Proof(
                    last + ",p=" + BASE64.encodeToString(client), BASE64.encodeToString(server));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static Map<String, String> parts(String message) {
        Map<String, String> parts = new HashMap<>();
        for (String part : message.split(",", -1)) {
            int sign = part.indexOf('=');
            parts.put(part.substring(0, Math.max(0, sign)), part.substring(sign + 1));
        }
        return parts;
    }

    private byte[] salted(byte[] salt, int rounds) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, rounds, 256))
                .getEncoded();
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
