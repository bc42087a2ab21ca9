package dev.backwright.academy.web;

import java.util.ArrayList;
import java.util.List;

/// A piece of a text as it is shown: plain, as code, or a character that would not be seen by itself.
public record Piece(Kind kind, String text) {

    public enum Kind {
        TEXT,
        CODE,
        /// A control, an escape, a mark that turns the direction of writing: shown as `\x1b` or `\u202e`.
        UNSEEN
    }

    /// A text of the learner's: every character can be seen, nothing acts.
    public static List<Piece> seen(String text) {
        var pieces = new ArrayList<Piece>();
        addSeen(pieces, Kind.TEXT, text);
        return pieces;
    }

    /// A sentence in which names stand in backquotes.
    public static List<Piece> prose(String text) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        int open;
        while ((open = text.indexOf('`', from)) >= 0) {
            int close = text.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            addSeen(pieces, Kind.TEXT, text.substring(from, open));
            addSeen(pieces, Kind.CODE, text.substring(open + 1, close));
            from = close + 1;
        }
        addSeen(pieces, Kind.TEXT, text.substring(from));
        return pieces;
    }

    /// The same as one text, for places that hold no markup.
    public static String plain(String text) {
        var plain = new StringBuilder();
        seen(text).forEach(piece -> plain.append(piece.text()));
        return plain.toString();
    }

    private static void addSeen(List<Piece> pieces, Kind kind, String text) {
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
                    addPiece(pieces, kind, piece);
                    pieces.add(new Piece(Kind.UNSEEN, escaped(point)));
                }
            }
            at = next;
        }
        addPiece(pieces, kind, piece);
    }

    private static void addPiece(List<Piece> pieces, Kind kind, StringBuilder piece) {
        if (!piece.isEmpty()) {
            pieces.add(new Piece(kind, piece.toString()));
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
