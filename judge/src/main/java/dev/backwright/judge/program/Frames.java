package dev.backwright.judge.program;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The judge's end of the control channel: numbered frames, signed in both directions.
///
/// ```text
///   length (4, big endian) · HMAC-SHA256 of direction, number, payload (first 16) · payload
/// ```
///
/// The key is made here and is the first thing written, before any code of the learner's is loaded.
public final class Frames {

    private static final int TAG = 16;
    private static final int HEAD = 4 + TAG;
    private static final int LARGEST = 1 << 26;
    private static final byte TO_PROBE = 1;
    private static final byte FROM_PROBE = 2;

    private final InputStream in;
    private final OutputStream out;
    private final Mac mac;
    private int sent;
    private int received;
    private volatile boolean partly;

    private Frames(InputStream in, OutputStream out, byte[] key) throws GeneralSecurityException {
        this.in = in;
        this.out = out;
        this.mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
    }

    /// Hands the key over.
    public static Frames open(InputStream in, OutputStream out) throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            out.write(key);
            out.flush();
            return new Frames(in, out, key);
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no HmacSHA256", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    public void send(byte[] payload) throws IOException {
        byte[] tag = tag(TO_PROBE, sent++, payload);
        out.write(
                ByteBuffer.allocate(HEAD + payload.length)
                        .putInt(payload.length)
                        .put(tag)
                        .put(payload)
                        .array());
        out.flush();
    }

    /// The next frame of the probe.
    public Received receive() throws IOException {
        partly = false;
        byte[] head = in.readNBytes(1);
        if (head.length == 0) {
            return new Received.Ended();
        }
        partly = true;
        try {
            return verified(ByteBuffer.wrap(rest(head)));
        } catch (EOFException cut) {
            return new Received.Ended();
        }
    }

    /// Whether a frame has begun to arrive and is not complete.
    boolean isPartly() {
        return partly;
    }

    private Received verified(ByteBuffer head) throws IOException {
        int length = head.getInt();
        if (length < 0 || length > LARGEST) {
            return new Received.Forged();
        }
        byte[] tag = new byte[TAG];
        head.get(tag);
        byte[] payload = exactly(length);
        partly = false;
        boolean genuine = MessageDigest.isEqual(tag, tag(FROM_PROBE, received++, payload));
        return genuine
                ? new Received.Payload(new String(payload, StandardCharsets.US_ASCII))
                : new Received.Forged();
    }

    private byte[] rest(byte[] first) throws IOException {
        return ByteBuffer.allocate(HEAD).put(first).put(exactly(HEAD - first.length)).array();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private byte[] tag(byte direction, int number, byte[] payload) {
        mac.update(direction);
        mac.update(ByteBuffer.allocate(4).putInt(0, number));
        return Arrays.copyOf(mac.doFinal(payload), TAG);
    }
}
