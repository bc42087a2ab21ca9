package dev.backwright.cli.shown;

import java.util.regex.Pattern;

/// Makes what a learner's program wrote safe to show on a terminal: escape sequences are left out, other control
/// characters are shown as pictures (`␀`), and nothing can reorder a line.
public final class Plain {

    /// CSI, OSC and the other sequences of ECMA-48, 5.3 to 5.6; an unfinished one ends with its text.
    private static final Pattern SEQUENCE =
            Pattern.compile(
                    "[\\x{1b}]\\[[0-?]*[ -/]*[@-~]?|\\x{9b}[0-?]*[ -/]*[@-~]?"
                            + "|(?:\\x{1b}[\\]PX^_]|[\\x{9d}\\x{90}\\x{98}\\x{9e}\\x{9f}])"
                            + "[^\\x{07}\\x{1b}\\x{9c}]*(?:\\x{07}|\\x{9c}|\\x{1b}\\\\)?"
                            + "|\\x{1b}[ -/]*[0-~]?");

    private Plain() {}

    /// Text of several lines.
    public static String text(String raw) {
        var out = new StringBuilder(raw.length());
        SEQUENCE.matcher(raw.replace("\r\n", "\n"))
                .replaceAll("")
                .codePoints()
                .forEach(c -> out.appendCodePoint(c == '\n' || c == '\t' ? c : shown(c)));
        return out.toString();
    }

    /// Text that must stay on one line.
    public static String line(String raw) {
        return text(raw).replace('\n', '␊').replace('\t', ' ');
    }

    private static int shown(int c) {
        if (c < 0x20) {
            return 0x2400 + c;
        }
        if (c == 0x7f) {
            return 0x2421;
        }
        return Character.isISOControl(c) || isMisleading(c) ? 0xfffd : c;
    }

    private static boolean isMisleading(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.FORMAT && c != 0x200d);
    }
}
