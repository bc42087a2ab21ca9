package dev.backwright.judge.evidence;

import java.util.regex.Pattern;

/// Text of a stranger, fit for a page, a terminal and JSON: terminal sequences are gone, other control characters and
/// characters that turn the direction of writing are made visible, half characters are replaced.
public final class Clean {

    /// ECMA-48: CSI and OSC sequences, and two-character escapes.
    private static final Pattern TERMINAL =
            Pattern.compile(
                    "(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]"
                            + "|(?:\u001B\\]|\u009D)[^\u0007\u001B\u009C]*(?:\u0007|\u001B\\\\|\u009C)?"
                            + "|\u001B[ -/]*[0-~]");

    private Clean() {}

    public static String text(String text) {
        String bare = hasControls(text) ? TERMINAL.matcher(text).replaceAll("") : text;
        var out = new StringBuilder(bare.length());
        bare.replace("\r\n", "\n").codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static boolean hasControls(String text) {
        return text.indexOf('\u001B') >= 0
                || text.indexOf('\u009B') >= 0
                || text.indexOf('\u009D') >= 0;
    }

    private static void append(StringBuilder out, int c) {
        if (c == '\n' || c == '\t') {
            out.append((char) c);
        } else if (c < 0x20) {
            out.append((char) (0x2400 + c));
        } else if (c == 0x7F) {
            out.append('\u2421');
        } else if (Character.isISOControl(c) || isTurning(c)) {
            out.append("\\u{%x}".formatted(c));
        } else if (Character.getType(c) == Character.SURROGATE) {
            out.append('\uFFFD');
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean isTurning(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
