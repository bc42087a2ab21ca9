package dev.backwright.tracer.record;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the waiting jobs Node runs when the one that runs has ended, and by which rule.
///
/// After each callback: every nextTick callback, then every microtask (the other way round while microtasks are drained), and only
/// then the event loop goes on: timers that are due, completed reads, immediates.
final class NextJob {

    private static final List<String> LOOP = List.of("timer", "poll", "immediate");
    private static final Comparator<Job> IN_ORDER =
            Comparator.<Job>comparingDouble(job -> job.due() == null ? 0 : job.due())
                    .thenComparingInt(Job::number);

    private final Jobs jobs;

    NextJob(Jobs jobs) {
        this.jobs = jobs;
    }

    @Nullable Job job() {
        boolean draining = running().equals("micro");
        var first = first(draining ? "micro" : "tick");
        if (first == null) {
            first = first(draining ? "tick" : "micro");
        }
        for (int i = 0; first == null && i < LOOP.size(); i++) {
            first = first(LOOP.get((i + Math.max(0, LOOP.indexOf(running()))) % LOOP.size()));
        }
        return first;
    }

    private @Nullable Job first(String queue) {
        return jobs.waiting().stream()
                .filter(job -> job.queue().equals(queue))
                .min(IN_ORDER)
                .orElse(null);
    }

    private String running() {
        var job = jobs.running();
        return job == null ? "" : job.queue();
    }

    String rule(Job next) {
        return switch (next.queue()) {
            case "tick" ->
                    running().equals("micro")
                            ? "no microtask is left, and nextTick callbacks come before the event loop goes on"
                            : "nextTick callbacks come before microtasks and before the event loop goes on";
            case "micro" ->
                    running().equals("micro")
                            ? "microtasks are drained to the last before Node looks at timers"
                            : "no nextTick callback is left, and microtasks are drained before the event loop goes on";
            case "timer" ->
                    "no microtask is left, so the event loop goes on, and this timer is the next to be due";
            case "poll" ->
                    "no timer is due, and in its poll phase the event loop takes what has been read";
            default -> "immediates run in the check phase, after timers and poll";
        };
    }
}
