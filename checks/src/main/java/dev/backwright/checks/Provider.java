package dev.backwright.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The submission's own OpenID provider: one for each check, with one client. The program finds `OIDC_ISSUER`, `OIDC_CLIENT_ID`,
/// `OIDC_CLIENT_SECRET` and `OIDC_REDIRECT_URI` in its environment. What the browser of whoever signs in does at the provider is
/// played here; back at the server it is the check's visitor again.
///
/// ```java
/// var ann = Provider.Person.of("248289761001").email("ann@mail.example", true);
/// var visitor = app.visitor();
/// var asked = provider.authorization(visitor.get("/login"));
/// asked.parameter("code_challenge_method").is("S256");
/// visitor.get(asked.consent(ann).target()).status(303);
/// provider.wire().statements().matching("^post /token").count().is(1);
/// ```
///
/// It takes the code flow only, with PKCE (S256), from exactly that redirect URI. Whatever is forged or answered otherwise stays so
/// until [#mend] or the end of the check.
public interface Provider {

    /// A browser follows a redirect of the server to the authorization endpoint. One that leads elsewhere fails the check.
    Authorization authorization(Reply redirect);

    /// Somebody signs in: goes where the server begins it, agrees, and comes back. The reply to that is returned.
    default Reply signIn(Visitor visitor, String begin, Person who) {
        return visitor.get(authorization(visitor.get(begin)).consent(who).target());
    }

    /// How ID tokens differ from what they should be.
    Forging idTokens();

    /// How the userinfo endpoint's answers differ from what they should be.
    Forging userinfo();

    /// Signs with another key from now on. The one before it stays published beside it; there are always two, the one that signs
    /// last. Clients keep a key set for a while and do not ask again at once: jose waits 30 seconds, openid-client a minute.
    void rotateKeys();

    /// A path answers this from now on, whatever is asked: `answers("/token", 500, "text/plain", "out of order")`.
    /// Paths are `/.well-known/openid-configuration`, `/jwks`, `/token`, `/userinfo`.
    void answers(String path, int status, String contentType, String body);

    /// Ends whatever was forged, answered otherwise, or disturbed on the wire.
    void mend();

    /// What the program is registered with.
    String clientSecret();

    /// The access tokens and ID tokens the program was given so far.
    List<String> tokens();

    /// The wire between the learner's program and this provider. A statement is a request: `POST /token grant_type=authorization_code
    /// code=*** …`, with secrets masked.
    Wire wire();

    /// A browser at the authorization endpoint.
    interface Authorization {

        /// What the program asks for: `state`, `scope`.
        Seen parameter(String name);

        /// The person signs in and agrees, and is sent back. A request that the provider refuses fails the check.
        WayBack consent(Person who);

        /// The person is sent back with an error: `access_denied`.
        WayBack deny(String error);
    }

    /// Somebody with an account.
    ///
    /// @param sub the subject: who it is, at this provider
    /// @param claims what else the provider knows: `email`, `name`
    record Person(String sub, Map<String, Object> claims) {
        public Person {
            claims = Map.copyOf(claims);
        }

        public static Person of(String sub) {
            return new Person(sub, Map.of());
        }

        public Person email(String email, boolean verified) {
            return claim("email", email).claim("email_verified", verified);
        }

        public Person claim(String name, Object value) {
            Map<String, Object> more = new LinkedHashMap<>(claims);
            more.put(name, value);
            return new Person(sub, more);
        }
    }

    /// The way back to the server, as the browser was told it; it may be changed on the way.
    ///
    /// @param path of the redirect URI
    record WayBack(String path, Map<String, String> parameters) {
        public WayBack {
            parameters = new LinkedHashMap<>(parameters);
        }

        /// The value of a parameter that is there.
        public String get(String name) {
            return Objects.requireNonNull(parameters.get(name), name);
        }

        /// With another value.
        public WayBack with(String name, String value) {
            Map<String, String> other = new LinkedHashMap<>(parameters);
            other.put(name, value);
            return new WayBack(path, other);
        }

        public WayBack without(String name) {
            Map<String, String> other = new LinkedHashMap<>(parameters);
            other.remove(name);
            return new WayBack(path, other);
        }

        /// What is asked of the server.
        public String target() {
            var query = new StringBuilder();
            parameters.forEach((name, value) ->
                    query.append(query.isEmpty() ? "?" : "&")
                            .append(encoded(name))
                            .append('=')
                            .append(encoded(value)));
            return path + query;
        }

        private static String encoded(String text) {
            return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /// How what the provider says of people is forged.
    interface Forging {

        /// This claim has that value; `null` leaves it out. `claim("aud", "another-client")`
        Forging claim(String name, @Nullable Object value);

        /// How it is signed; for ID tokens.
        Forging signed(Signature how);
    }

    /// How an ID token is signed.
    enum Signature {
        GOOD,
        /// By a key that is not published, under the name of one that is.
        STRANGER,
        /// Not at all: `alg` is `none`.
        NONE,
        /// As HS256, with the public key as the secret.
        PUBLIC_KEY
    }
}
