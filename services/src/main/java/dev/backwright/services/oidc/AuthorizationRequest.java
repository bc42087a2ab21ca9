package dev.backwright.services.oidc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a program asks for by sending somebody's browser to the authorization endpoint.
///
/// @param issuer under which address of the provider
public record AuthorizationRequest(
        String issuer, Client client, Map<String, String> parameters, List<String> twice) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    public AuthorizationRequest {
        parameters = Map.copyOf(parameters);
        twice = List.copyOf(twice);
    }

    static AuthorizationRequest of(String issuer, Client client, Form form) {
        return new AuthorizationRequest(
                issuer, client, form.values(), form.twice().stream().sorted().toList());
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    List<String> scopes() {
        return get("scope").map(scopes -> Arrays.asList(scopes.split(" +"))).orElse(List.of());
    }

    /// Why people get an error page and are not sent back: to whom is not sure (RFC 6749, section 4.1.2.1).
    Optional<String> page() {
        if (!twice.isEmpty()) {
            return Optional.of("the parameter " + twice.getFirst() + " comes twice");
        }
        if (!get("client_id").equals(Optional.of(client.id()))) {
            return Optional.of("client_id is not that of a registered client");
        }
        if (!get("redirect_uri").equals(Optional.of(client.redirectUri()))) {
            return Optional.of(
                    "redirect_uri is %s, and registered is exactly %s"
                            .formatted(
                                    get("redirect_uri").orElse("missing"), client.redirectUri()));
        }
        return Optional.empty();
    }

    /// Why the program gets an error instead of a code.
    Optional<Refusal> refusal() {
        if (get("request").isPresent()) {
            return Optional.of(
                    new Refusal("request_not_supported", "no request objects are taken"));
        }
        if (get("request_uri").isPresent()) {
            return Optional.of(
                    new Refusal("request_uri_not_supported", "no request objects are taken"));
        }
        if (!get("response_type").equals(Optional.of("code"))) {
            return Optional.of(
                    get("response_type").isPresent()
                            ? new Refusal(
                                    "unsupported_response_type", "response_type has to be code")
                            : new Refusal("invalid_request", "response_type is missing"));
        }
        if (!get("response_mode").orElse("query").equals("query")) {
            return Optional.of(new Refusal("invalid_request", "response_mode has to be query"));
        }
        if (get("code_challenge").filter(text -> CHALLENGE.matcher(text).matches()).isEmpty()) {
            return Optional.of(
                    new Refusal(
                            "invalid_request",
                            "code_challenge has to be the 43 letters of a SHA-256 in base64url"));
        }
        if (!get("code_challenge_method").equals(Optional.of("S256"))) {
            return Optional.of(
                    new Refusal("invalid_request", "code_challenge_method has to be S256"));
        }
        if (get("prompt").equals(Optional.of("none"))) {
            return Optional.of(new Refusal("login_required", "nobody is signed in here"));
        }
        return Optional.empty();
    }

    /// An error as the program hears of it.
    record Refusal(String error, String description) {}
}
