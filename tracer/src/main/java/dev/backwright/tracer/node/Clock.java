package dev.backwright.tracer.node;

/// Virtual time in milliseconds since the process began: it moves when the loop waits, and a little with every look at it, so that a loop which waits for time to pass ends.
final class Clock {

    /// 2026-01-01T00:00:00Z, when every recorded program begins.
    static final double EPOCH = 1_767_225_600_000.0;

    private static final double A_LOOK = 0.02;

    private double now;

    double now() {
        return now;
    }

    /// As a program sees it.
    double look() {
        now += A_LOOK;
        return now;
    }

    void advanceTo(double time) {
        now = Math.max(now, time);
    }

    static void define(Host host, Clock clock) {
        host.define("now", 0, call -> clock.now());
        host.define("look", 0, call -> clock.look());
        host.define("epoch", 0, call -> EPOCH);
    }
}
