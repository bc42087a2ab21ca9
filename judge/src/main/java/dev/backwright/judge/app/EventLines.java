package dev.backwright.judge.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts lines together to server-sent events (HTML Living Standard, 9.2.6 Interpreting an event stream).
final class EventLines {

    private static final int MOST_DIGITS = 9;

    private final Lines lines;
    private StringBuilder data = new StringBuilder();
    private String name = "";
    private @Nullable String lastId;
    private @Nullable Long retry;
    private boolean first = true;

    EventLines(Lines lines) {
        this.lines = lines;
    }

    /// The next event that comes until then; what belongs to one that is not whole yet is kept for the next call.
    ///
    /// @param end by `System.nanoTime`
    Optional<ServerEvent> next(long end) {
        while (true) {
            Optional<String> line = lines.next(end);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String text = first ? line.get().replaceFirst("^\uFEFF", "") : line.get();
            first = false;
            if (!text.isEmpty()) {
                take(text);
            } else if (!data.isEmpty()) {
                return Optional.of(dispatched());
            } else {
                name = "";
            }
        }
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String bare = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "data" -> data.append(bare).append('\n');
            case "event" -> name = bare;
            case "id" -> lastId = bare.indexOf('\0') < 0 ? bare : lastId;
            case "retry" -> retry = isNumber(bare) ? (Long) Long.parseLong(bare) : retry;
            default -> {} // a comment, or nothing that is known
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+") && text.length() <= MOST_DIGITS;
    }

    private ServerEvent dispatched() {
        String text = data.substring(0, data.length() - 1);
        var event = new ServerEvent(name.isEmpty() ? "message" : name, text, lastId, retry);
        data = new StringBuilder();
        name = "";
        retry = null;
        return event;
    }
}
