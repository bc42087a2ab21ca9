package dev.backwright.tracer.record;

import dev.backwright.tracer.node.Phase;

/// The phases by the names of the format.
final class PhaseName {

    private PhaseName() {}

    static String of(Phase phase) {
        return switch (phase) {
            case SCRIPT -> "script";
            case TICK -> "tick";
            case MICRO -> "micro";
            case TIMERS -> "timers";
            case POLL -> "poll";
            case CHECK -> "check";
            case CLOSE -> "close";
            case BEFORE_EXIT -> "beforeExit";
            case EXIT -> "exit";
        };
    }
}
