package dev.backwright.services.redis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is known of one reply of the server.
///
/// @param type its first byte; `_` for nothing, however that was said
/// @param text of a text, a number or an error; empty for the others
/// @param size how many elements it has, a map's pairs counted once
/// @param elements the first of them, as far as they are looked at
record Reply(char type, String text, long size, List<Reply> elements) {

    private static final int SHOWN = 5;
    private static final int LONGEST = 80;

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

    /// For people, as Redis' own client says it: `OK`, `(nil)`, `(empty)`; a list as words, a map's keys before their values.
    String shown() {
        String whole =
                switch (type) {
                    case '_' -> "(nil)";
                    case '*', '~', '%', '>' -> size == 0 ? "(empty)" : listed();
                    default -> text;
                };
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "…";
    }

    private String listed() {
        int most = type == '%' ? 2 * SHOWN : SHOWN;
        Stream<String> some = elements.stream().limit(most).map(Reply::shown);
        String words = some.collect(Collectors.joining(" "));
        return size <= SHOWN ? words : words + " … (" + size + ")";
    }
}
