package dev.backwright.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/// How long each phase of a submission took. Booting happens check by check and is summed up.
final class Stopwatch {

    private final long begin = System.nanoTime();
    private long prepared = begin;
    private long checked = begin;
    private long booting;

    void prepared() {
        prepared = System.nanoTime();
        checked = prepared;
    }

    void checked() {
        checked = System.nanoTime();
    }

    synchronized void booted(long nanos) {
        booting += nanos;
    }

    synchronized Map<String, Double> phases() {
        Map<String, Double> phases = new LinkedHashMap<>();
        phases.put("queued", 0.0);
        phases.put("prepared", millis(prepared - begin));
        phases.put("booted", millis(booting));
        phases.put("checked", millis(Math.max(0, checked - prepared - booting)));
        return phases;
    }

    static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
