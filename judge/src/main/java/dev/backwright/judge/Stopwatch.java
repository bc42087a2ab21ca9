package dev.backwright.judge;

import java.util.LinkedHashMap;
import java.util.Map;

/// How long each phase of a submission took. Booting happens check by check: it is the time in which at least one check waited
/// for its program or services.
final class Stopwatch {

    private final long begin = System.nanoTime();
    private long prepared = begin;
    private long checked = begin;
    private int booting;
    private long bootingSince;
    private long booted;

    void prepared() {
        prepared = System.nanoTime();
        checked = prepared;
    }

    void checked() {
        checked = System.nanoTime();
    }

    synchronized void boots() {
        if (booting++ == 0) {
            bootingSince = System.nanoTime();
        }
    }

    synchronized void booted() {
        if (--booting == 0) {
            booted += System.nanoTime() - bootingSince;
        }
    }

    synchronized Map<String, Double> phases() {
        Map<String, Double> phases = new LinkedHashMap<>();
        phases.put("queued", 0.0);
        phases.put("prepared", millis(prepared - begin));
        phases.put("booted", millis(booted));
        phases.put("checked", millis(Math.max(0, checked - prepared - booted)));
        return phases;
    }

    static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
