package dev.backwright.judge.evidence;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is put in the place of a secret.
enum Veil {
    /// Says that there was one and how long it was: `masked (8 characters)`. How a hash was made stays.
    SHOWN {
        @Override
        String over(String name, String secret) {
            Matcher hash = HASH.matcher(secret);
            return hash.matches() ? hash.group(1) + masked(hash.group(2)) : masked(secret);
        }
    },

    /// A variable for the shell, which [Curl] writes as `"$PASSWORD"`.
    SHELL {
        @Override
        String over(String name, String secret) {
            return Curl.variable(SecretNames.variable(name));
        }
    };

    /// No secrets, but nothing at all, marks of mistakes, and what was masked before.
    private static final Set<String> PLAIN =
            Set.of("", "undefined", "null", "NaN", "true", "false", "[object Object]", "***");

    /// Method and cost, then salt and hash; the formats of bcrypt and of PHC strings.
    private static final Pattern HASH =
            Pattern.compile(
                    "(\\$2[abxy]\\$\\d\\d\\$|\\$[a-z][a-z0-9-]{1,31}\\$(?:[a-z]{1,3}=[\\w,=.+-]{1,80}\\$){1,3})(.{16,}+)");

    abstract String over(String name, String secret);

    /// As [#over], but leaves what is no secret.
    String draw(String name, String secret) {
        return PLAIN.contains(secret) ? secret : over(name, secret);
    }

    private static String masked(String secret) {
        int length = secret.codePointCount(0, secret.length());
        return "masked (%d %s)".formatted(length, length == 1 ? "character" : "characters");
    }
}
