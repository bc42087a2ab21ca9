package dev.backwright.judge.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.IntCountsHistogram;

/// The answers of one round: how many of which status, and how long they took. Safe for many threads.
final class Tally {

    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 2;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final AbstractHistogram nanos = new IntCountsHistogram(LONGEST_NANOS, DIGITS);

    synchronized void note(int status, long took) {
        statuses.merge(status, 1, Integer::sum);
        nanos.recordValue(Math.clamp(took, 0, LONGEST_NANOS));
    }

    synchronized int count() {
        return (int) nanos.getTotalCount();
    }

    synchronized int count(int status) {
        return statuses.getOrDefault(status, 0);
    }

    /// `200 × 498, 503 × 2`
    synchronized String statuses() {
        return statuses.entrySet().stream()
                .map(each -> each.getKey() + " × " + each.getValue())
                .collect(Collectors.joining(", "));
    }

    synchronized double millis(int percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }

    synchronized void add(Tally other) {
        other.statuses.forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        nanos.add(other.nanos);
    }
}
