package dev.backwright.academy.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One way to a provider and back. Its browser keeps it as a cookie, and nobody else anything: state, nonce and verifier are derived from its secret, so any
/// academy can answer who comes back.
///
/// @param provider the key of the one it leads to
/// @param secret 256 random bits
/// @param person whose account is to be linked; empty where somebody wants in
/// @param next where they wanted to go
/// @param token of the link they came by; empty for none
public record Passage(String provider, String secret, String person, String next, String token) {

    private static final int BYTES = 32;
    private static final int LONGEST_NEXT = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern COOKIE =
            Pattern.compile(
                    "([a-z][a-z0-9]*)\\.([\\w-]{43})\\.([0-9a-f-]*)\\.([\\w-]*)\\.([\\w-]*)");

    public static Passage begun(String provider, String person, String next, String token) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        boolean odd = !token.matches("[\\w-]{0,64}");
        return new Passage(
                provider,
                TEXT.encodeToString(bytes),
                person,
                next.length() > LONGEST_NEXT ? "/" : next,
                odd ? "" : token);
    }

    /// What [#cookie] wrote.
    public static Optional<Passage> of(String cookie) {
        var parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var next = new String(Base64.getUrlDecoder().decode(parts.group(4)), UTF_8);
            return Optional.of(
                    new Passage(
                            parts.group(1), parts.group(2), parts.group(3), next, parts.group(5)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String cookie() {
        return String.join(
                ".", provider, secret, person, TEXT.encodeToString(next.getBytes(UTF_8)), token);
    }

    String state() {
        return derived("state");
    }

    String nonce() {
        return derived("nonce");
    }

    /// RFC 7636: 43 characters.
    String verifier() {
        return derived("verifier");
    }

    /// Whether who comes back set out with this, to this provider.
    public boolean leadsBackFrom(String from, String state) {
        return provider.equals(from)
                && MessageDigest.isEqual(state().getBytes(UTF_8), state.getBytes(UTF_8));
    }

    private String derived(String what) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal((what + " " + provider).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 comes with every Java", e);
        }
    }

    /// It is a secret.
    @Override
    public String toString() {
        return "a passage to " + provider;
    }
}
