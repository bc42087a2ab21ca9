package dev.backwright.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Many readings of one thing, in milliseconds.
final class Figures {

    private final List<Double> readings = new ArrayList<>();

    synchronized void add(double millis) {
        readings.add(millis);
    }

    /// The reading below which this share of all lie; 0 is the least, 0.5 the median.
    synchronized double at(double share) {
        List<Double> sorted = new ArrayList<>(readings);
        Collections.sort(sorted);
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, place));
    }

    /// `min 11.9  p50 12.3  p95 20.1`
    String told() {
        return String.format(
                Locale.ROOT, "min %7.1f  p50 %7.1f  p95 %7.1f", at(0), at(0.5), at(0.95));
    }
}
