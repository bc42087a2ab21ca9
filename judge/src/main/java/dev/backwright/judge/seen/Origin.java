package dev.backwright.judge.seen;

/// The moment from which everything seen in one check is counted: exchanges, statements on all wires.
/// What is started ahead of a check gets it early; [#now] says when the check begins.
public final class Origin {

    private volatile long nanos = System.nanoTime();

    /// The check begins.
    public void now() {
        nanos = System.nanoTime();
    }

    /// The moment, of [System#nanoTime].
    public long nanos() {
        return nanos;
    }

    /// How many milliseconds after it something was.
    ///
    /// @param moment of [System#nanoTime]
    public double millis(long moment) {
        return (moment - nanos) / 1e6;
    }
}
