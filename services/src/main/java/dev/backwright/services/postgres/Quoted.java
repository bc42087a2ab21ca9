package dev.backwright.services.postgres;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names and texts as PostgreSQL reads them.
final class Quoted {

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private Quoted() {}

    /// A name as SQL: `account` and `shop.account` as they are, everything else quoted part by part.
    static String name(String name) {
        if (PLAIN_NAME.matcher(name).matches()) {
            return "\"" + name + "\"";
        }
        return Arrays.stream(name.split("\\.", -1))
                .map(part -> "\"" + part.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining("."));
    }

    /// A text as SQL.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
