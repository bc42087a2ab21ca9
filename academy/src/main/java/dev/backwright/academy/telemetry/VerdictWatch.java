package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Looks for new verdicts where traces are wanted: metrics are looked for when they are asked for, traces nobody asks for.
@Component
@ForMany
final class VerdictWatch implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(VerdictWatch.class);
    private static final Duration OFTEN = Duration.ofSeconds(2);

    private final VerdictMeters verdicts;
    private final @Nullable Thread thread;

    VerdictWatch(VerdictMeters verdicts, Traces traces) {
        this.verdicts = verdicts;
        this.thread =
                traces.areWanted()
                        ? Thread.ofVirtual().name("verdict-watch").start(this::watch)
                        : null;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(OFTEN);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            verdicts.look();
        } catch (DataAccessException e) {
            LOG.debug("the database is away", e);
        }
    }

    @Override
    public void destroy() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
