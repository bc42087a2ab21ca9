package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A whole reply; its body is taken for UTF-8.
///
/// @param firstByteNanos when its first byte came, by `System.nanoTime`
record Answer(int status, List<Request.Header> headers, String body, long firstByteNanos) {

    Answer {
        headers = List.copyOf(headers);
    }

    Answer withBody(String whole) {
        return new Answer(status, headers, whole, firstByteNanos);
    }

    /// Each line of that name.
    List<String> each(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Request.Header::value)
                .toList();
    }

    /// All lines of that name, joined; `null` where there is none.
    @Nullable String header(String name) {
        List<String> values = each(name);
        return values.isEmpty() ? null : String.join(", ", values);
    }

    /// Every line, `name: value`, with the name in lower case.
    List<String> headerLines() {
        return headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
                .toList();
    }
}
