package dev.backwright.cli.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// As much of a long text as helps, and how much is left out. The report as JSON has all that was kept.
final class Excerpt {

    private static final int LINES = 24;
    private static final int CHARACTERS = 1_000;

    private Excerpt() {}

    /// The beginning, of lines and of characters.
    static String beginning(String text) {
        int most = text.offsetByCodePoints(0, Math.min(CHARACTERS, length(text)));
        return beginningOfLines(text.substring(0, most)) + more(length(text) - CHARACTERS);
    }

    /// The beginning of each long line, and some lines from the top and from the bottom: what went wrong stands last.
    static String ends(String text) {
        List<String> lines = text.lines().map(Excerpt::line).toList();
        if (lines.size() <= LINES) {
            return String.join("\n", lines);
        }
        int top = LINES / 4;
        int bottom = lines.size() - (LINES - top);
        var some = new ArrayList<>(lines.subList(0, top));
        some.add("… %s lines left out; --json has them …".formatted(number(bottom - top)));
        some.addAll(lines.subList(bottom, lines.size()));
        return String.join("\n", some);
    }

    /// A line that stays one.
    static String line(String line) {
        return length(line) <= CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, CHARACTERS))
                        + more(length(line) - CHARACTERS);
    }

    private static String beginningOfLines(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() <= LINES) {
            return text;
        }
        return String.join("\n", lines.subList(0, LINES))
                + "\n… %s more lines; --json has them".formatted(number(lines.size() - LINES));
    }

    private static String more(int left) {
        return left <= 0 ? "" : "… %s more characters; --json has them".formatted(number(left));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
