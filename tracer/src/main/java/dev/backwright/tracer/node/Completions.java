package dev.backwright.tracer.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Requests that a thread of libuv's would be working on: they end in the poll phase, in the order in which they were made.
final class Completions {

    /// Virtual milliseconds that the loop waits for one.
    static final double LATENCY = 0.1;

    private final Deque<Object> fresh = new ArrayDeque<>();
    private final Deque<Object> seen = new ArrayDeque<>();

    private boolean polled;

    void add(Object callback) {
        fresh.add(callback);
    }

    boolean isEmpty() {
        return fresh.isEmpty() && seen.isEmpty();
    }

    /// Those that an earlier poll has seen, and if the loop `waits` or polls for the first time, all: a main script takes longer than a small request.
    List<Object> ready(boolean waits) {
        boolean all = waits || !polled;
        polled = true;
        var ready = new ArrayList<Object>(seen);
        seen.clear();
        (all ? ready : seen).addAll(fresh);
        fresh.clear();
        return ready;
    }
}
