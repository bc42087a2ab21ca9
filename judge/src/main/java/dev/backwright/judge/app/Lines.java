package dev.backwright.judge.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes lines from what comes, each within a time. A line ends with LF, CR or both, as in server-sent events.
final class Lines implements AutoCloseable {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST = 1_000_000;

    private final Inflow inflow;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private long taken;
    private boolean afterCr;
    private volatile @Nullable String trouble;

    Lines(Inflow inflow) {
        this.inflow = inflow;
    }

    /// The next line; empty where none ends by then. The end of all ends a line, too.
    ///
    /// @param end by `System.nanoTime`
    Optional<String> next(long end) {
        while (inflow.hasNews(end - System.nanoTime())) {
            int b = take();
            if (b < 0) {
                return trouble == null && line.size() > 0 ? whole() : Optional.empty();
            }
            boolean restOfEnd = b == '\n' && afterCr;
            afterCr = b == '\r';
            if (restOfEnd) {
                continue;
            }
            if (b == '\n' || b == '\r') {
                return whole();
            }
            line.write(b);
        }
        return Optional.empty();
    }

    private Optional<String> whole() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return Optional.of(text);
    }

    private int take() {
        if (trouble != null) {
            return -1;
        }
        if (line.size() > LONGEST || taken > MOST) {
            trouble =
                    line.size() > LONGEST ? "sent a line longer than 64 kB" : "sent more than 1 MB";
            return -1;
        }
        try {
            int b = inflow.read();
            if (b >= 0) {
                taken++;
                all.write(b);
            }
            return b;
        } catch (IOException e) {
            trouble = e instanceof NoAnswer ? e.getMessage() : "broke the connection";
            return -1;
        }
    }

    /// Passes over what comes until the end.
    ///
    /// @return whether it came in time, and well
    boolean end(long end) {
        while (inflow.hasNews(end - System.nanoTime())) {
            if (take() < 0) {
                return trouble == null;
            }
        }
        return false;
    }

    /// Whether nothing was taken yet.
    boolean isUntouched() {
        return taken == 0;
    }

    /// When the last byte that was taken came, by `System.nanoTime`.
    long arrivedNanos() {
        return inflow.arrivedNanos();
    }

    /// All that was taken so far.
    String text() {
        return all.toString(StandardCharsets.UTF_8);
    }

    /// What went wrong, as the end of "the server …".
    @Nullable String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        inflow.close();
    }
}
