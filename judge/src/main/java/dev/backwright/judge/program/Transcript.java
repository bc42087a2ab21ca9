package dev.backwright.judge.program;

import dev.backwright.sandbox.Output;
import java.time.Duration;

/// What a process prints, as it arrives. Marks the probe has written show that all before them has been read; they are
/// cut out.
final class Transcript {

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();

    synchronized void take(Output.Piece piece) {
        stream(piece.error()).append(piece.text());
        notifyAll();
    }

    /// Waits for a mark and cuts it out; after `atMost` what has come by then has to do.
    synchronized void upTo(String mark, boolean error, Duration atMost)
            throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        StringBuilder text = stream(error);
        int at = text.lastIndexOf(mark);
        for (long left;
                at < 0 && (left = end - System.nanoTime()) > 0;
                at = text.lastIndexOf(mark)) {
            wait(left / 1_000_000 + 1);
        }
        if (at >= 0) {
            text.delete(at, at + mark.length());
        }
    }

    synchronized String out() {
        return out.toString();
    }

    synchronized String err() {
        return err.toString();
    }

    private StringBuilder stream(boolean error) {
        return error ? err : out;
    }
}
