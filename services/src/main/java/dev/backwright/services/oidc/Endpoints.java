package dev.backwright.services.oidc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// What a provider answers on its paths.
final class Endpoints {

    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final String AUTHORIZE = "/authorize";
    static final String TOKEN = "/token";
    static final String USERINFO = "/userinfo";
    static final String JWKS = "/jwks";

    private final SigningKeys keys;
    private final TokenEndpoint token;
    private final Grants grants;
    private final Forgery userinfo;
    private final UnaryOperator<String> issuer;
    private final Map<String, Answer> instead = new ConcurrentHashMap<>();

    /// @param issuer its address, for the one a request was sent to
    Endpoints(
            SigningKeys keys,
            TokenEndpoint token,
            Grants grants,
            Forgery userinfo,
            UnaryOperator<String> issuer) {
        this.keys = keys;
        this.token = token;
        this.grants = grants;
        this.userinfo = userinfo;
        this.issuer = issuer;
    }

    /// From now on this is what a path answers.
    void instead(String path, Answer answer) {
        instead.put(path, answer);
    }

    /// From now on every path answers as it should.
    void mend() {
        instead.clear();
    }

    Answer answer(Ask ask) {
        Answer other = instead.get(ask.path());
        if (other != null) {
            return other;
        }
        String self = issuer.apply(ask.header("host").orElse(""));
        return switch (ask.path()) {
            case DISCOVERY -> read(ask, Answer.json(200, discovery(self)));
            case JWKS -> read(ask, Answer.json(200, keys.published()));
            case TOKEN -> token.answer(ask, self);
            case USERINFO -> userinfo(ask);
            case AUTHORIZE ->
                    Answer.text(
                            400,
                            "This is where people sign in: redirect their browser here, with the"
                                    + " parameters of your request.");
            default -> Answer.text(404, "There is no such endpoint.");
        };
    }

    private static Answer read(Ask ask, Answer answer) {
        return ask.method().equals("GET") || ask.method().equals("HEAD")
                ? answer
                : Answer.text(405, "GET only").with("Allow", "GET");
    }

    private static Map<String, Object> discovery(String issuer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("issuer", issuer);
        all.put("authorization_endpoint", issuer + AUTHORIZE);
        all.put("token_endpoint", issuer + TOKEN);
        all.put("userinfo_endpoint", issuer + USERINFO);
        all.put("jwks_uri", issuer + JWKS);
        all.put("scopes_supported", List.of("openid", "email", "profile"));
        all.put("response_types_supported", List.of("code"));
        all.put("response_modes_supported", List.of("query"));
        all.put("grant_types_supported", List.of("authorization_code"));
        all.put("subject_types_supported", List.of("public"));
        all.put("id_token_signing_alg_values_supported", List.of("RS256"));
        all.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post"));
        all.put("code_challenge_methods_supported", List.of("S256"));
        all.put("authorization_response_iss_parameter_supported", true);
        all.put(
                "claims_supported",
                List.of(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "nonce",
                        "email",
                        "email_verified",
                        "name"));
        return all;
    }

    /// RFC 6750, sections 2.1 and 3.
    private Answer userinfo(Ask ask) {
        if (!ask.method().equals("GET") && !ask.method().equals("POST")) {
            return Answer.text(405, "GET or POST only").with("Allow", "GET, POST");
        }
        String said = ask.header("authorization").orElse("");
        if (!said.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Answer.text(401, "").with("WWW-Authenticate", "Bearer");
        }
        Optional<Grant> grant = grants.of(said.substring(7).strip());
        return grant.map(known -> Answer.json(200, userinfo.applied(known.claims())))
                .orElseGet(() ->
                        Answer.error(401, "invalid_token", "the token is unknown or has expired")
                                .with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }
}
