package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What waits in the queues, each thing with a number from when it is first seen until it has run.
final class Jobs {

    private final Table table;
    private final Values values;
    private final Functions functions;
    private final IdentityHashMap<Object, Job> waiting = new IdentityHashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final Ownership owners = new Ownership();
    private @Nullable Job running;
    private @Nullable Waiting begun;
    private @Nullable Job ranLast;
    private int last;
    private int at;
    private int step;
    private boolean loopHasBegun;

    /// Where jobs come from.
    interface Source {
        /// Names each thing that waits, the next one of each queue first.
        void list(Consumer<Waiting> found);
    }

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
        owners.runs(true);
    }

    void look() {
        var seen = new IdentityHashMap<Object, Job>();
        var listed = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        for (var source : sources) {
            source.list(found -> {
                listed.add(found.identity());
                if (owners.isThePrograms(found)) {
                    seen.put(found.identity(), job(found));
                }
            });
        }
        waiting.forEach((identity, job) -> {
            if (!seen.containsKey(identity) && !job.equals(running)) {
                table.remove(job.number());
            }
        });
        owners.keepOnly(listed);
        waiting.clear();
        waiting.putAll(seen);
    }

    /// What is in a queue by now and calls nothing of the program's is Node's own.
    void disown(Source queue) {
        queue.list(owners::disown);
    }

    boolean isThePrograms(Waiting found) {
        return owners.isThePrograms(found);
    }

    /// Whether what is queued now is the program's doing.
    boolean causedByProgram() {
        return owners.causedByProgram();
    }

    /// A job of Node's own begins: what it queues is Node's own too.
    void beginNodes() {
        end();
        owners.runs(false);
    }

    private Job job(Waiting found) {
        var known = waiting.get(found.identity());
        if (known != null && Objects.equals(known.due(), found.due())) {
            return known.call() == null && found.function() != null ? show(known.as(found)) : known;
        }
        var ran = again(found);
        return show(
                new Job(
                        ++last,
                        found,
                        found.label(functions),
                        ran == null ? at : ran.at(),
                        ran == null ? step : ran.step()));
    }

    private Job show(Job job) {
        table.show(job.number(), job.shown(values));
        return job;
    }

    /// An interval that waits again was queued where it was at first; null of all else.
    private @Nullable Job again(Waiting found) {
        return begun != null && begun.identity().equals(found.identity()) ? ranLast : null;
    }

    /// A job leaves its queue and runs.
    Job begin(Waiting started) {
        end();
        var job = job(started);
        if (!started.isListener()) {
            waiting.remove(started.identity());
        }
        running = job;
        loopHasBegun |= NextJob.LOOP.contains(job.queue());
        begun = started;
        ranLast = job;
        return job;
    }

    /// Whether it is the one that runs already. An interval that runs again is due at another time.
    boolean runs(Waiting job) {
        return running != null
                && begun != null
                && begun.identity().equals(job.identity())
                && Objects.equals(begun.due(), job.due());
    }

    void end() {
        if (running != null) {
            if (!running.what().isListener()) {
                table.remove(running.number());
            }
            running = null;
        }
    }

    /// Whether the event loop has run one of its own.
    boolean loopHasBegun() {
        return loopHasBegun;
    }

    /// Whether it was seen in its queue.
    boolean waits(Waiting found) {
        return waiting.containsKey(found.identity());
    }

    /// What this function listens for; null if it is no listener that is shown.
    @Nullable Waiting heardBy(JSFunctionObject function) {
        for (var job : waiting.values()) {
            if (job.what().isListener() && function.equals(job.call())) {
                return job.what();
            }
        }
        return null;
    }

    @Nullable Job running() {
        return running;
    }

    /// Those that wait, in the order they were queued.
    List<Job> waiting() {
        return waiting.values().stream().sorted(Comparator.comparingInt(Job::number)).toList();
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
