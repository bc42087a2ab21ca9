package dev.backwright.services.oidc;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Parameters as evidence shows them: secrets masked, long ones cut.
final class Shown {

    private static final Set<String> SECRETS =
            Set.of(
                    "code",
                    "code_verifier",
                    "client_secret",
                    "client_assertion",
                    "assertion",
                    "access_token",
                    "refresh_token",
                    "id_token",
                    "token",
                    "password");
    private static final int LONGEST = 200;
    private static final int MOST = 24;

    private Shown() {}

    /// Each with a blank before it; nothing for none.
    static String of(Map<String, String> parameters) {
        String some =
                parameters.entrySet().stream()
                        .limit(MOST)
                        .map(each -> " " + text(each.getKey()) + "=" + value(each))
                        .collect(Collectors.joining());
        return parameters.size() > MOST ? some + " …" : some;
    }

    private static String value(Map.Entry<String, String> parameter) {
        return SECRETS.contains(parameter.getKey()) ? "***" : text(parameter.getValue());
    }

    /// One line, and not too long.
    static String text(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
