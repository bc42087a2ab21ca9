package apis.jwt;

import static dev.backwright.checks.Expect.expect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What an access token is to be.
final class SignIn {

    private SignIn() {}

    static void isAccessToken(String token, User user, String publicPem) {
        Jws jws = Jws.read(token);
        has(jws.header(), "the token's header", "alg", "RS256");
        has(jws.header(), "the token's header", "typ", "at+jwt");
        has(jws.header(), "the token's header", "kid", Forgery.KID);
        has(jws.claims(), "the token's claims", "iss", Forgery.ISSUER);
        has(jws.claims(), "the token's claims", "aud", Forgery.AUDIENCE);
        has(jws.claims(), "the token's claims", "sub", user.id());
        long issued = seconds(jws, "iat");
        long lifetime = seconds(jws, "exp") - issued;
        expect(lifetime == 300, "`exp` is 300 seconds after `iat`; seen " + lifetime);
        long ago = Instant.now().getEpochSecond() - issued;
        expect(
                Math.abs(ago) <= 120,
                "`iat` is the time of issue in seconds since 1970; it was %d seconds off"
                        .formatted(ago));
        expect(
                Jws.isSignedBy(publicPem, token),
                "The token is signed by RS256 with the current key; its signature does not fit.");
        String payload = Jws.payload(token);
        for (String secret :
                List.of(user.email(), '"' + user.name() + '"', "\"hash\"", "\"salt\"")) {
            expect(
                    !payload.contains(secret),
                    "Of the user nothing but the id stands in a token, which anybody can read; seen %s in %s"
                            .formatted(secret, payload));
        }
    }

    private static void has(
            Map<String, Object> object, String where, String name, String expected) {
        Object seen = object.get(name);
        expect(
                Objects.equals(seen, expected),
                "Expected `%s` in %s to be \"%s\"; seen %s"
                        .formatted(
                                name, where, expected, seen == null ? "none" : JsonText.of(seen)));
    }

    private static long seconds(Jws jws, String name) {
        Object seen = jws.claims().get(name);
        expect(
                seen instanceof BigDecimal,
                "Expected a number as `%s` in the token's claims; seen %s".formatted(name, seen));
        return ((BigDecimal) Objects.requireNonNull(seen)).longValue();
    }
}
