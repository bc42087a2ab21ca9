package dev.backwright.services.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How the program says who it is at the token endpoint: `client_secret_basic` or `client_secret_post`.
final class ClientLogin {

    private ClientLogin() {}

    /// Why it is not that client; nothing where it is.
    static Optional<Answer> refused(Client client, Ask ask, Form form) {
        Optional<String> header = ask.header("authorization");
        if (header.isPresent()) {
            if (form.get("client_secret").isPresent()) {
                return Optional.of(
                        Answer.error(
                                400,
                                "invalid_request",
                                "the client says who it is in two ways at once"));
            }
            boolean same =
                    form.get("client_id").map(client.id()::equals).orElse(true)
                            && isByBasic(client, header.get());
            return same
                    ? Optional.empty()
                    : Optional.of(unknown().with("WWW-Authenticate", "Basic realm=\"token\""));
        }
        boolean same =
                form.get("client_id").filter(client.id()::equals).isPresent()
                        && isSecret(client, form.get("client_secret").orElse(null));
        return same ? Optional.empty() : Optional.of(unknown());
    }

    private static Answer unknown() {
        return Answer.error(
                401, "invalid_client", "client_id or client_secret is wrong or missing");
    }

    /// Both halves are form-encoded (RFC 6749, section 2.3.1).
    private static boolean isByBasic(Client client, String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith("basic ")) {
            return false;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon >= 0
                    && Form.decoded(pair.substring(0, colon)).equals(client.id())
                    && isSecret(client, Form.decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static boolean isSecret(Client client, @Nullable String said) {
        return said != null
                && MessageDigest.isEqual(
                        client.secret().getBytes(StandardCharsets.UTF_8),
                        said.getBytes(StandardCharsets.UTF_8));
    }
}
