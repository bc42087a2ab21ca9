package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A whole reply; its body is taken for UTF-8.
///
/// @param firstByteNanos when its first byte came, by `System.nanoTime`
record Answer(int status, List<Request.Header> headers, String body, long firstByteNanos) {

    Answer {
        headers = List.copyOf(headers);
    }

    /// All lines of that name, joined; `null` where there is none.
    @Nullable String header(String name) {
        List<String> values =
                headers.stream()
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .map(Request.Header::value)
                        .toList();
        return values.isEmpty() ? null : values.stream().collect(Collectors.joining(", "));
    }

    /// Every line, `name: value`, with the name in lower case.
    List<String> headerLines() {
        return headers.stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
                .toList();
    }
}
