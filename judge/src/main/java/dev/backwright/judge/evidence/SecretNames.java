package dev.backwright.judge.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names hold secrets, whatever way they are spelled: `password`, `newPassword`, `x-api-key`, `REFRESH_TOKEN`. The last
/// words decide: `tokenType` and `password_changed_at` hold none.
final class SecretNames {

    private static final Set<String> LAST =
            Set.of(
                    ("password passwd pwd passphrase passcode secret token jwt apikey otp sid credential credentials"
                                    + " cookie authorization")
                            .split(" "));
    private static final Set<String> LAST_TWO =
            Set.of(
                    "api key",
                    "private key",
                    "secret key",
                    "access key",
                    "signing key",
                    "session id",
                    "password hash",
                    "password digest",
                    "token hash",
                    "secret hash");

    private static final Pattern BREAK =
            Pattern.compile(
                    "(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\\p{L}\\p{N}]++|(?<=\\D)(?=\\d++$)");

    private SecretNames() {}

    static boolean holds(String name) {
        List<String> words = words(name);
        int size = words.size();
        return size > 0
                && (LAST.contains(words.getLast())
                        || (size > 1
                                && LAST_TWO.contains(words.get(size - 2) + " " + words.getLast())));
    }

    /// A name for a shell's variable: `X_API_KEY`.
    static String variable(String name) {
        String spelled = String.join("_", words(name)).toUpperCase(Locale.ROOT);
        return spelled.matches("[A-Z][A-Z0-9_]*") ? spelled : "SECRET";
    }

    private static List<String> words(String name) {
        return BREAK.splitAsStream(name.strip())
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }
}
