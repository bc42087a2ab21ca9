package dev.backwright.services.wire;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Makes each matching statement wait for a while.
final class Delay implements Pause {

    private final StatementPattern pattern;
    private final long millis;
    private final Pulse pulse;
    private final CountDownLatch over = new CountDownLatch(1);

    Delay(StatementPattern pattern, long millis, Pulse pulse) {
        if (millis < 0) {
            throw new IllegalArgumentException("a delay is 0 ms or more, not " + millis);
        }
        this.pattern = pattern;
        this.millis = millis;
        this.pulse = pulse;
    }

    @Override
    public boolean holds(SeenEntry statement) {
        return over.getCount() > 0 && pattern.matches(statement.text());
    }

    @Override
    public boolean pass(int connection, SeenEntry statement) throws InterruptedException {
        try (var _ = pulse.busy()) {
            if (over.await(millis, TimeUnit.MILLISECONDS)) {
                statement.note("let go early: the wire was mended");
            }
        }
        return true;
    }

    @Override
    public void release() {
        over.countDown();
    }
}
