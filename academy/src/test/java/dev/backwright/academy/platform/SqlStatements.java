package dev.backwright.academy.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// SQL cut into its statements: in lower case, on one line each, without comments; texts and bodies of functions are empty.
final class SqlStatements {

    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile(
                    "(?<comment>--[^\n]*|/\\*.*?\\*/)|e'(?:[^'\\\\]|\\\\.|'')*'|'(?:[^']|'')*'|\\$(?<tag>\\w*)\\$.*?\\$\\k<tag>\\$",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern INNERMOST = Pattern.compile(" ?\\([^()]*\\)");

    private SqlStatements() {}

    static List<String> of(String sql) {
        var bare =
                COMMENT_OR_TEXT
                        .matcher(sql)
                        .replaceAll(it -> it.group("comment") == null ? "''" : " ");
        return Arrays.stream(bare.split(";", -1))
                .map(it -> it.strip().replaceAll("\\s+", " ").replace("\"", ""))
                .filter(it -> !it.isEmpty())
                .map(it -> it.toLowerCase(Locale.ROOT))
                .toList();
    }

    /// Without what stands in parentheses.
    static String outline(String statement) {
        var outline = statement;
        for (var before = ""; !before.equals(outline); ) {
            before = outline;
            outline = INNERMOST.matcher(outline).replaceAll("");
        }
        return outline;
    }
}
