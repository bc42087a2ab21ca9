package dev.backwright.academy.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The secret of one start, and what is derived from it: a page's cookie and the token that its changes bring along.
/// Neither tells the key.
public final class StartKey {

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final String key;

    private StartKey(String key) {
        this.key = key;
    }

    public static StartKey random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new StartKey(TEXT.encodeToString(bytes));
    }

    /// The key itself, for the address that start prints and for the command line.
    public String text() {
        return key;
    }

    public boolean is(String candidate) {
        return same(key, candidate);
    }

    /// What a browser keeps.
    public String cookie() {
        return derived("cookie");
    }

    public boolean isCookie(String candidate) {
        return same(cookie(), candidate);
    }

    /// What a page's changes bring along.
    public String csrf() {
        return derived("csrf");
    }

    private String derived(String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal(what.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 comes with every Java", e);
        }
    }

    private static boolean same(String expected, String candidate) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), candidate.getBytes(UTF_8));
    }
}
