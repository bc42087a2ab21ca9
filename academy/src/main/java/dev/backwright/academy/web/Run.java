package dev.backwright.academy.web;

import java.util.ArrayList;
import java.util.List;

/// A piece of a text as it is shown: plain, as code, or a character that would not be seen by itself.
public record Run(Kind kind, String text) {

    public enum Kind {
        TEXT,
        CODE,
        /// A control, an escape, a mark that turns the direction of writing: shown as `\x1b` or `\u202e`.
        UNSEEN
    }

    /// A text of the learner's: every character can be seen, nothing acts.
    public static List<Run> seen(String text) {
        var runs = new ArrayList<Run>();
        addSeen(runs, Kind.TEXT, text);
        return runs;
    }

    /// A sentence in which names stand in backquotes.
    public static List<Run> prose(String text) {
        var runs = new ArrayList<Run>();
        int from = 0;
        int open;
        while ((open = text.indexOf('`', from)) >= 0) {
            int close = text.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            addSeen(runs, Kind.TEXT, text.substring(from, open));
            addSeen(runs, Kind.CODE, text.substring(open + 1, close));
            from = close + 1;
        }
        addSeen(runs, Kind.TEXT, text.substring(from));
        return runs;
    }

    /// The same as one text, for places that hold no markup.
    public static String plain(String text) {
        var plain = new StringBuilder();
        seen(text).forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    private static void addSeen(List<Run> runs, Kind kind, String text) {
        var piece = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            boolean lineBreak = point == '\r' && next < text.length() && text.charAt(next) == '\n';
            if (!lineBreak) {
                if (isSeen(point)) {
                    piece.appendCodePoint(point);
                } else {
                    addPiece(runs, kind, piece);
                    runs.add(new Run(Kind.UNSEEN, escaped(point)));
                }
            }
            at = next;
        }
        addPiece(runs, kind, piece);
    }

    private static void addPiece(List<Run> runs, Kind kind, StringBuilder piece) {
        if (!piece.isEmpty()) {
            runs.add(new Run(kind, piece.toString()));
            piece.setLength(0);
        }
    }

    private static boolean isSeen(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> joins(point);
            default -> true;
        };
    }

    /// The joiners belong to the spelling of words and pictures.
    private static boolean joins(int point) {
        return point == 0x200c || point == 0x200d || point == 0xad;
    }

    private static String escaped(int point) {
        if (point <= 0xff) {
            return "\\x%02x".formatted(point);
        }
        return point <= 0xffff ? "\\u%04x".formatted(point) : "\\u{%x}".formatted(point);
    }
}
