package dev.backwright.services.redis;

import java.util.List;
import java.util.stream.Collectors;

/// What is known of one reply of the server.
///
/// @param type its first byte; `_` for nothing, however that was said
/// @param text of a text, a number or an error; empty for the others
/// @param size how many elements it has, a map's pairs counted once
/// @param elements the first of them, as far as they are looked at
record Reply(char type, String text, long size, List<Reply> elements) {

    private static final int SHOWN = 5;
    private static final int LONGEST = 200;

    static Reply of(char type, String text) {
        return new Reply(type, text, 0, List.of());
    }

    static Reply nothing() {
        return of('_', "");
    }

    boolean isError() {
        return type == '-' || type == '!';
    }

    boolean isNothing() {
        return type == '_';
    }

    boolean isQueued() {
        return type == '+' && text.equals("QUEUED");
    }

    /// The text of element number `i`; empty where there is none.
    String element(int i) {
        return i < elements.size() ? elements.get(i).text : "";
    }

    /// How many values came; -1 where what came is no value that was stored.
    long rows() {
        return switch (type) {
            case '_' -> 0;
            case '$', '=' -> 1;
            case '*', '~', '%', '>' -> size;
            default -> -1;
        };
    }

    /// For people.
    String shown() {
        String all = isNothing() ? "nil" : elements.isEmpty() ? text : listed();
        String whole = size == 0 && text.isEmpty() && rows() > -1 && !isNothing() ? "empty" : all;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    private String listed() {
        String some =
                elements.stream().limit(SHOWN).map(Reply::shown).collect(Collectors.joining(", "));
        return size <= SHOWN && type != '%' ? some : some + ", … (" + size + ")";
    }
}
