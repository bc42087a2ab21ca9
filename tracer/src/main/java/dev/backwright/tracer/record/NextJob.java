package dev.backwright.tracer.record;

import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Phase;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which of the waiting jobs Node runs when the one that runs has ended, and by which rule.
///
/// After each callback: every nextTick callback, then every microtask (the other way round while microtasks are drained), and only
/// then the event loop goes on: timers that are due, files, immediates.
final class NextJob {

    /// The queues that the event loop itself takes from, in its order.
    static final List<String> LOOP = List.of("timer", "poll", "immediate");

    /// Virtual milliseconds.
    private static final double A_TURN = 1;

    private static final Comparator<Job> IN_ORDER =
            Comparator.<Job>comparingDouble(job -> job.due() == null ? 0 : job.due())
                    .thenComparingInt(Job::number);

    private final Jobs jobs;
    private final NodeProcess process;

    NextJob(Jobs jobs, NodeProcess process) {
        this.jobs = jobs;
        this.process = process;
    }

    @Nullable Job job() {
        boolean draining = drainsMicrotasks();
        var first = first(draining ? "micro" : "tick");
        if (first == null) {
            first = first(draining ? "tick" : "micro");
        }
        return first == null ? ofTheLoop() : first;
    }

    /// A timer that is not due lets the others go first, and so does a file that is not read yet.
    private @Nullable Job ofTheLoop() {
        Job later = null;
        for (int i = 0; i < LOOP.size(); i++) {
            var job = first(LOOP.get((i + Math.max(0, LOOP.indexOf(running()))) % LOOP.size()));
            if (job != null && isReady(job)) {
                return job;
            }
            later = later == null ? job : later;
        }
        return later;
    }

    private boolean isReady(Job job) {
        return switch (job.queue()) {
            case "timer" -> job.due() != null && job.due() <= process.clock() + late();
            case "poll" -> first("immediate") == null || process.pollsBeforeImmediates();
            default -> true;
        };
    }

    /// The main script and the immediates take time, as the loop sees it.
    private double late() {
        return !jobs.loopHasBegun() || running().equals("immediate") ? A_TURN : 0;
    }

    /// A module that loads takes several turns of the microtasks.
    private @Nullable Job first(String queue) {
        return jobs.waiting().stream()
                .filter(job -> job.queue().equals(queue))
                .min(
                        Comparator.<Job, Boolean>comparing(job -> job.kind().equals("import"))
                                .thenComparing(IN_ORDER))
                .orElse(null);
    }

    /// A module that is the main script runs in a microtask.
    boolean drainsMicrotasks() {
        return process.phase() == Phase.MICRO;
    }

    private String running() {
        var job = jobs.running();
        return job == null ? "" : job.queue();
    }

    String rule(Job next) {
        return switch (next.queue()) {
            case "tick" ->
                    drainsMicrotasks()
                            ? "no microtask is left, and nextTick callbacks come before the event loop goes on"
                            : "nextTick callbacks come before microtasks and before the event loop goes on";
            case "micro" ->
                    next.kind().equals("import")
                            ? "its module is loaded, which Node does by microtasks of its own"
                            : drainsMicrotasks()
                                    ? "microtasks are drained to the last before Node looks at timers"
                                    : "no nextTick callback is left, and microtasks are drained before the event loop goes on";
            case "timer" ->
                    "no microtask is left, so the event loop goes on, and this timer is the next to be due";
            case "poll" ->
                    "no timer is due, and in its poll phase the event loop takes what is done";
            default -> "immediates run in the check phase, after timers and poll";
        };
    }
}
