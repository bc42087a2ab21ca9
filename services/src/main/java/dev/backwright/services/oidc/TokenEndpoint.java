package dev.backwright.services.oidc;

import com.nimbusds.jose.util.Base64URL;
import dev.backwright.services.ServiceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Changes a code into tokens (RFC 6749, sections 4.1.3 and 5; RFC 7636, section 4.6).
record TokenEndpoint(Client client, Grants grants, IdTokens idTokens, InstantSource clock) {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    Answer answer(Ask ask, String issuer) {
        if (!ask.method().equals("POST")) {
            return Answer.text(405, "POST only").with("Allow", "POST");
        }
        if (!isForm(ask)) {
            return invalid("the body has to be application/x-www-form-urlencoded");
        }
        Form form = Form.of(ask.body());
        if (!form.twice().isEmpty()) {
            return invalid("a parameter comes twice");
        }
        return ClientLogin.refused(client, ask, form).orElseGet(() -> changed(form, issuer));
    }

    private static boolean isForm(Ask ask) {
        String type = ask.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        return type.replaceFirst(";.*", "").strip().equals("application/x-www-form-urlencoded");
    }

    private Answer changed(Form form, String issuer) {
        Optional<String> type = form.get("grant_type");
        if (type.isEmpty()) {
            return invalid("grant_type is missing");
        }
        if (!type.get().equals("authorization_code")) {
            return Answer.error(
                    400, "unsupported_grant_type", "grant_type has to be authorization_code");
        }
        Optional<String> code = form.get("code");
        if (code.isEmpty()) {
            return invalid("code is missing");
        }
        return grants.redeem(code.get())
                .map(grant -> checked(form, code.get(), grant, issuer))
                .orElseGet(() -> refused("the code is unknown, too old, or was redeemed before"));
    }

    private Answer checked(Form form, String code, Grant grant, String issuer) {
        if (!form.get("redirect_uri").equals(grant.asked().get("redirect_uri"))) {
            return refused("redirect_uri is not that of the authorization request");
        }
        Optional<String> verifier = form.get("code_verifier");
        if (verifier.isEmpty()) {
            return refused("code_verifier is missing");
        }
        boolean proven =
                VERIFIER.matcher(verifier.get()).matches()
                        && grant.asked()
                                .get("code_challenge")
                                .equals(Optional.of(challenge(verifier.get())));
        return proven
                ? tokens(code, grant, issuer)
                : refused("code_verifier does not belong to the code_challenge of the request");
    }

    private Answer tokens(String code, Grant grant, String issuer) {
        String access = grants.token(code, grant);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", access);
        body.put("token_type", "Bearer");
        body.put("expires_in", Grants.TOKEN_LIFETIME.toSeconds());
        body.put("scope", String.join(" ", grant.asked().scopes()));
        grants.issued(access);
        if (grant.asked().scopes().contains("openid")) {
            String id = idTokens.of(issuer, client, grant, clock.instant());
            body.put("id_token", id);
            grants.issued(id);
        }
        return Answer.json(200, body);
    }

    static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64URL.encode(hash).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new ServiceException("This Java has no SHA-256", e);
        }
    }

    private static Answer invalid(String description) {
        return Answer.error(400, "invalid_request", description);
    }

    private static Answer refused(String description) {
        return Answer.error(400, "invalid_grant", description);
    }
}
