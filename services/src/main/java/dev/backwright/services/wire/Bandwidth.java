package dev.backwright.services.wire;

/// How many bytes a wire lets through in each direction of each connection: pieces of a twentieth of a second's worth, one after
/// the other.
final class Bandwidth {

    private static final int PIECES = 20;
    private static final long SECOND = 1_000_000_000;

    private final Pulse pulse;
    private int perSecond;

    Bandwidth(Pulse pulse) {
        this.pulse = pulse;
    }

    synchronized void limit(int bytesPerSecond) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException(
                    "a wire lets through at least 1 byte a second, not " + bytesPerSecond);
        }
        perSecond = bytesPerSecond;
        notifyAll();
    }

    synchronized void lift() {
        perSecond = 0;
        notifyAll();
    }

    /// How many of so many bytes may go at once.
    synchronized int piece(int bytes) {
        return perSecond == 0 ? bytes : Math.min(bytes, Math.max(1, perSecond / PIECES));
    }

    /// Waits until a piece may go.
    ///
    /// @param free when the direction is free, of [System#nanoTime]
    /// @return when it is free again
    synchronized long pass(int bytes, long free) throws InterruptedException {
        long now = System.nanoTime();
        if (perSecond == 0) {
            return now;
        }
        try (var _ = pulse.busy()) {
            while (perSecond > 0 && now < free) {
                wait((free - now) / 1_000_000 + 1);
                now = System.nanoTime();
            }
        }
        return perSecond == 0 ? now : Math.max(now, free) + bytes * SECOND / perSecond;
    }
}
