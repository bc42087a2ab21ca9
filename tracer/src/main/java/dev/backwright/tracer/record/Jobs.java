package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import com.oracle.truffle.js.runtime.objects.JSDynamicObject;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits in the queues, each thing with a number from when it is first seen until it has run.
final class Jobs {

    private final Table table;
    private final Values values;
    private final Functions functions;
    private final IdentityHashMap<Object, Job> waiting = new IdentityHashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private @Nullable Job running;
    private int last;
    private int at;
    private int step;

    /// Where jobs come from.
    interface Source {
        /// Names each thing that waits, the next one of each queue first.
        void list(Consumer<Waiting> found);
    }

    /// @param identity the thing that stays the same object while it waits
    record Waiting(
            Object identity,
            String queue,
            String kind,
            @Nullable JSDynamicObject function,
            @Nullable JSDynamicObject of,
            @Nullable Double due,
            @Nullable String event) {}

    Jobs(Table table, Values values, Functions functions) {
        this.table = table;
        this.values = values;
        this.functions = functions;
    }

    void from(Source source) {
        sources.add(source);
    }

    /// What is found from now on was queued there.
    void queuedAt(int span, int step) {
        this.at = span;
        this.step = step;
    }

    void look() {
        var seen = new IdentityHashMap<Object, Job>();
        for (var source : sources) {
            source.list(found -> seen.put(found.identity(), job(found)));
        }
        waiting.forEach((identity, job) -> {
            if (!seen.containsKey(identity) && !job.equals(running)) {
                table.remove(job.number());
            }
        });
        waiting.clear();
        waiting.putAll(seen);
    }

    private Job job(Waiting found) {
        var known = waiting.get(found.identity());
        if (known != null && java.util.Objects.equals(known.due(), found.due())) {
            return known;
        }
        var job =
                new Job(
                        ++last,
                        found.queue(),
                        found.kind(),
                        label(found),
                        found.function(),
                        at,
                        step,
                        found.of(),
                        found.due(),
                        found.event());
        table.show(job.number(), job.shown(values));
        return job;
    }

    private String label(Waiting found) {
        var target =
                found.function() instanceof JSFunctionObject.Bound bound
                        ? bound.getBoundTargetFunction()
                        : found.function();
        var section =
                target instanceof JSFunctionObject function ? Functions.written(function) : null;
        if (section != null && target instanceof JSFunctionObject function) {
            var name = function.getFunctionData().getName().toJavaStringUncached();
            return functions.label(functions.index(name, section));
        }
        return switch (found.kind()) {
            case "reaction" -> "pass the result on";
            case "thenable" -> "take on a promise's state";
            default -> found.kind();
        };
    }

    /// A job leaves its queue and runs.
    Job begin(Waiting started) {
        var job = job(started);
        waiting.remove(started.identity());
        running = job;
        return job;
    }

    void end() {
        if (running != null) {
            table.remove(running.number());
            running = null;
        }
    }

    @Nullable Job running() {
        return running;
    }

    /// Those that wait, in the order they were queued.
    List<Job> waiting() {
        return waiting.values().stream()
                .sorted(java.util.Comparator.comparingInt(Job::number))
                .toList();
    }

    void visit(Consumer<@Nullable Object> held) {
        for (var job : waiting.values()) {
            held.accept(job.call());
            held.accept(job.of());
        }
        if (running != null) {
            held.accept(running.call());
            held.accept(running.of());
        }
    }
}
