package dev.backwright.cli.shown;

import java.util.ArrayList;
import java.util.List;

/// Breaks a line at its blanks, and within a word only where the word is longer than a line.
final class Wrap {

    private Wrap() {}

    /// Several lines, each broken for itself.
    static String text(String text, int most) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.addAll(lines(line, most)));
        return String.join("\n", lines);
    }

    /// @return at least one line, none longer than `most` code points
    static List<String> lines(String line, int most) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (rest.codePointCount(0, rest.length()) > most) {
            int end = rest.offsetByCodePoints(0, most);
            int blank = rest.lastIndexOf(' ', end);
            int cut = rest.substring(0, Math.max(0, blank)).isBlank() ? end : blank;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
