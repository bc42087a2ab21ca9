package dev.backwright.judge.program;

import dev.backwright.judge.JudgeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Writes to a process what a check has for it, piece by piece as it is read.
final class Feed {

    private final AtomicReference<@Nullable RuntimeException> problem = new AtomicReference<>();

    private Feed() {}

    static Feed begin(Iterable<String> pieces, OutputStream input) {
        var feed = new Feed();
        Thread.ofVirtual().start(() -> feed.write(pieces, input));
        return feed;
    }

    private void write(Iterable<String> pieces, OutputStream input) {
        try (input) {
            writeAll(pieces, input);
        } catch (IOException notRead) {
            return; // a program need not read its input
        }
    }

    private void writeAll(Iterable<String> pieces, OutputStream input) throws IOException {
        try {
            for (String piece : pieces) {
                input.write(piece.getBytes(StandardCharsets.UTF_8));
            }
        } catch (RuntimeException e) {
            problem.set(e); // before the process sees the end of its input
        }
    }

    /// Says what went wrong while the check made its pieces.
    void rethrow() {
        RuntimeException e = problem.get();
        if (e != null) {
            throw new JudgeException("the check could not make the input: " + e, e);
        }
    }
}
