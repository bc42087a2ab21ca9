package dev.backwright.academy.web;

import java.util.Locale;

/// How times are written: `0.3 ms`, `42 ms`, `1.8 s`, `2 min`.
public final class Millis {

    private Millis() {}

    public static String text(double millis) {
        if (millis < 1) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 1000) {
            return Math.round(millis) + " ms";
        }
        if (millis < 120_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000);
        }
        return Math.round(millis / 60_000) + " min";
    }
}
