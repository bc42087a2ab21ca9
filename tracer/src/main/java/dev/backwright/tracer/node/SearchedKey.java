package dev.backwright.tracer.node;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The key that an `in` looks for, as V8 prints it: its value, as far as the text of the program tells it.
final class SearchedKey {

    private static final Pattern IN = Pattern.compile("\\s+in\\s");
    private static final Pattern WORD = Pattern.compile("(?s).*?(#?[\\w$.]+)$");
    private static final Pattern STRING = Pattern.compile("(?s)(['\"])(.*)\\1");
    private static final Pattern SYMBOL =
            Pattern.compile("Symbol\\(\\s*(?:(['\"])(.*)\\1)?\\s*\\)");
    private static final Pattern MESSAGE =
            Pattern.compile("new \\w*Error\\((['\"])(.*)\\1\\)\\.message");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\u(?:\\{([0-9a-fA-F]+)}|([0-9a-fA-F]{4}))");

    private SearchedKey() {}

    /// Null if there is no such operator in the statement.
    static @Nullable String in(String statement) {
        var in = IN.matcher(statement);
        while (in.find()) {
            String key = operand(statement.substring(0, in.start()));
            if (!key.isEmpty()) {
                return shown(Expressions.unwrapped(key));
            }
        }
        return null;
    }

    /// The expression at the end of a text.
    private static String operand(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        if (")]}".indexOf(last) >= 0) {
            int open = Expressions.enclosingAt(text.substring(0, text.length() - 1));
            String callee = word(text.substring(0, Math.max(open, 0)));
            return text.substring(Math.max(open, 0) - callee.length());
        }
        if (last == '\'' || last == '"') {
            int open = text.lastIndexOf(last, text.length() - 2);
            return open < 0 ? "" : text.substring(open);
        }
        return word(text);
    }

    private static String word(String text) {
        var word = WORD.matcher(text);
        return word.matches() ? word.group(1) : "";
    }

    private static String shown(String key) {
        for (var pattern : new Pattern[] {STRING, MESSAGE}) {
            var text = pattern.matcher(key);
            if (text.matches()) {
                return unescaped(text.group(2));
            }
        }
        var symbol = SYMBOL.matcher(key);
        if (symbol.matches()) {
            return "Symbol(%s)".formatted(symbol.group(2) == null ? "" : symbol.group(2));
        }
        if (key.startsWith("[") || key.startsWith("{")) {
            return Displays.object(key);
        }
        return Expressions.computed(key)
                .orElse(key)
                .replaceFirst("^(-?\\d+)n$", "$1")
                .replaceFirst("^-0$", "0");
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Character.toString(
                                Integer.parseInt(
                                        escape.group(1) == null ? escape.group(2) : escape.group(1),
                                        16)));
    }
}
