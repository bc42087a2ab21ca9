package dev.backwright.academy.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/// Keeps the queue's own words about a database that is away or full out of the log: that is said once, elsewhere, in a
/// sentence, and the queue goes on by itself.
public final class DatabaseNoise extends TurboFilter {

    private static final String QUEUE = "com.github.kagkarlsson.scheduler";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        return thrown != null
                        && logger.getName().startsWith(QUEUE)
                        && StoreTrouble.of(thrown).isPresent()
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
