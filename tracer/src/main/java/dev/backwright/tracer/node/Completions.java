package dev.backwright.tracer.node;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Requests that a thread of libuv's would be working on: they end in the poll phase, in the order in which they were made.
final class Completions {

    /// Virtual milliseconds that the loop waits for one.
    static final double LATENCY = 0.1;

    private final Deque<Request> fresh = new ArrayDeque<>();
    private final Deque<Request> seen = new ArrayDeque<>();
    private final Deque<Request> ready = new ArrayDeque<>();

    private boolean polled;

    void add(Request request) {
        fresh.add(request);
    }

    boolean isEmpty() {
        return fresh.isEmpty() && seen.isEmpty();
    }

    /// Whether the next poll takes one even if an immediate waits.
    boolean comeFirst() {
        return !ready.isEmpty() || !seen.isEmpty() || (!polled && !fresh.isEmpty());
    }

    /// Takes those that an earlier poll has seen, and if the loop `waits` or polls for the first time, all: a main script takes longer than a small request.
    void poll(boolean waits) {
        boolean all = waits || !polled;
        polled = true;
        ready.addAll(seen);
        seen.clear();
        (all ? ready : seen).addAll(fresh);
        fresh.clear();
    }

    /// The next of those that this poll has taken; null if there is none left.
    @Nullable Request next() {
        return ready.poll();
    }
}
