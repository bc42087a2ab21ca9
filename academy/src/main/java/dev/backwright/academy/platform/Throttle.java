package dev.backwright.academy.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/// So many in so long, for each of whoever asks; a token bucket each, in this process.
///
/// ```java
/// var tries = new Throttle(10, Duration.ofMinutes(15));
/// tries.take("somebody")   // empty: go on; else how long to wait
/// ```
public final class Throttle {

    /// Beyond that those forgotten first are who asked least of late.
    private static final int MOST_KNOWN = 100_000;

    private final Cache<String, Bucket> buckets;
    private final int most;
    private final Duration span;

    /// @param most how many at once
    /// @param span in which as many come back, evenly
    public Throttle(int most, Duration span) {
        this.most = most;
        this.span = span;
        this.buckets =
                Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(span).build();
    }

    /// @return nothing where it is granted; else when to come again
    public Optional<Duration> take(String who) {
        return take(who, 1);
    }

    /// @param worth as how many it counts
    public Optional<Duration> take(String who, int worth) {
        ConsumptionProbe probe =
                buckets.get(who, it -> fresh()).tryConsumeAndReturnRemaining(worth);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// As if they had never come.
    public void forget(String who) {
        buckets.invalidate(who);
    }

    private Bucket fresh() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, span))
                .build();
    }
}
