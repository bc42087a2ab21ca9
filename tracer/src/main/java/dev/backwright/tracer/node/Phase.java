package dev.backwright.tracer.node;

/// What Node is at: the main script, a drain of one of its two queues, or a phase of the event loop.
public enum Phase {
    SCRIPT,
    TICK,
    MICRO,
    TIMERS,
    POLL,
    CHECK,
    CLOSE,
    BEFORE_EXIT,
    EXIT
}
