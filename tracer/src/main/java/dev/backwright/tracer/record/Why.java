package dev.backwright.tracer.record;

import com.oracle.truffle.js.runtime.builtins.JSPromiseObject;
import dev.backwright.tracer.node.NodeProcess;
import dev.backwright.tracer.node.Phase;
import org.jspecify.annotations.Nullable;

/// Says in one sentence why the next thing runs.
///
/// ```text
///   When run returns, this job ends and () => console.log('micro') runs: microtasks are drained to the last before Node looks at timers.
/// ```
final class Why {

    private static final String SCRIPT = "the main script";

    private static final String NOTHING = ", and nothing else waits so far";

    private final Jobs jobs;
    private final Functions functions;
    private final NextJob next;
    private String by = "";
    private final NodeProcess process;

    Why(Jobs jobs, Functions functions, NodeProcess process) {
        this.process = process;
        this.jobs = jobs;
        this.functions = functions;
        this.next = new NextJob(jobs, process);
    }

    void endsBy(String how) {
        by = how;
    }

    String sentence(String event, @Nullable Call top) {
        if (top == null) {
            return without(event);
        }
        var caller = top.caller;
        return switch (event) {
            case "call" -> caller == null ? begins(top) : calls(caller, top);
            case "resume" -> resumes(top);
            case "return" -> caller == null ? ends(top, "returns") : back(top, "returns", caller);
            case "throw" -> caller == null ? uncaught(top) : passesOn(top, caller);
            case "suspend" -> suspends(top);
            default ->
                    caller == null
                            ? later(top)
                            : "When %s returns, %s goes on.".formatted(name(top), name(caller));
        };
    }

    private String without(String event) {
        return switch (event) {
            case "job" -> begins();
            case "console" -> "Node itself prints this.";
            default -> ended();
        };
    }

    private String ended() {
        return switch (by) {
            case "exit" -> "process.exit has ended the program, whatever still waited.";
            case "uncaught" -> "Nothing has caught the error, so Node has ended the program.";
            case "finished" -> "Nothing is left to run: the program has ended.";
            default -> "The program was stopped: it had reached its limit of %s.".formatted(by);
        };
    }

    private String name(Call call) {
        var function = functions.get(call.function);
        return switch (function.kind()) {
            case "script", "module" -> call.caller == null ? SCRIPT : code(function.name());
            case "fields" -> "the class's field initializer";
            default -> code(functions.label(call.function));
        };
    }

    /// In backquotes, as the page shows code.
    private static String code(String text) {
        return text.contains("`") ? text : "`" + text + "`";
    }

    private static String upper(String sentence) {
        return sentence.startsWith("the ") ? "T" + sentence.substring(1) : sentence;
    }

    private String begins() {
        var job = jobs.running();
        if (job == null) {
            return "";
        }
        boolean tells = job.kind().equals("file") && job.call() == null;
        return "%s %s: %s."
                .formatted(code(job.label()), tells ? "is done" : "runs", JobReason.of(job));
    }

    private String begins(Call top) {
        var job = jobs.running();
        return job == null
                ? "%s runs: nothing else can start before it has ended.".formatted(upper(name(top)))
                : "%s is called: %s.".formatted(upper(name(top)), JobReason.of(job));
    }

    private String calls(Call caller, Call top) {
        return "%s calls %s and goes on when it has returned."
                .formatted(upper(name(caller)), name(top));
    }

    private String resumes(Call top) {
        return top.async
                ? "The promise that %s awaits is settled, so it goes on after its await."
                        .formatted(name(top))
                : "%s is asked for its next value and goes on where it stopped."
                        .formatted(upper(name(top)));
    }

    private String back(Call top, String how, Call caller) {
        return "%s %s, and %s goes on.".formatted(upper(name(top)), how, name(caller));
    }

    private String passesOn(Call top, Call caller) {
        return "%s does not catch it, so it ends, and the error goes on to %s."
                .formatted(upper(name(top)), name(caller));
    }

    private String uncaught(Call top) {
        if (top.async) {
            return "%s ends, and its promise is rejected with the error."
                    .formatted(upper(name(top)));
        }
        var job = jobs.running();
        return job != null && job.of() != null
                ? "%s ends, and the promise that then returned is rejected with the error."
                        .formatted(upper(name(top)))
                : "Nothing on the stack catches it: Node takes it as an uncaught exception.";
    }

    private String suspends(Call top) {
        var caller = top.caller;
        var how = top.async ? "stops at await until the promise is settled" : "stops at yield";
        return caller == null ? ends(top, how) : back(top, how, caller);
    }

    private String ends(Call top, String how) {
        if (settles(top) && !how.contains("stops") && !comesFirst(next.job())) {
            return "%s %s, so its promise is settled, and what waits for that is the next microtask."
                    .formatted(upper(name(top)), how);
        }
        return isScript(top)
                ? "The main script has ended%s.".formatted(then(", so ", NOTHING))
                : "%s %s, this job ends%s."
                        .formatted(upper(name(top)), how, then(" and ", NOTHING));
    }

    /// Whether somebody waits for the promise of an async function or of a reaction.
    private boolean settles(Call top) {
        var job = jobs.running();
        var settled = top.promise != null || job == null ? top.promise : job.of();
        return settled instanceof JSPromiseObject promise
                && promise.getPromiseFulfillReactions() != null
                && promise.getPromiseFulfillReactions().size() > 0;
    }

    /// Whether a job comes before a microtask that is queued now.
    private boolean comesFirst(@Nullable Job job) {
        return job != null
                && (job.queue().equals("micro")
                        || (job.queue().equals("tick") && !next.drainsMicrotasks()));
    }

    private String later(Call top) {
        return isScript(top)
                ? "The main script runs to its end first%s."
                        .formatted(then("; then ", "; nothing else waits so far"))
                : "When %s returns, this job ends%s.".formatted(name(top), then(" and ", NOTHING));
    }

    private boolean isScript(Call call) {
        return jobs.running() == null && name(call).equals(SCRIPT);
    }

    private String then(String link, String nothing) {
        var job = next.job();
        var emitted = job == null ? emitted() : "";
        if (!emitted.isEmpty()) {
            return ", and nothing is left to run, so process emits '%s'".formatted(emitted);
        }
        return job == null
                ? nothing
                : "%s%s runs: %s".formatted(link, code(job.label()), next.rule(job));
    }

    /// The event of the process by which a listener of its runs at the end; empty if none does.
    private String emitted() {
        if (process.phase() != Phase.EXIT
                && process.phase() != Phase.BEFORE_EXIT
                && isHeard("beforeExit")) {
            return "beforeExit";
        }
        return process.phase() != Phase.EXIT && isHeard("exit") ? "exit" : "";
    }

    private boolean isHeard(String event) {
        return jobs.waiting().stream().anyMatch(job -> event.equals(job.event()));
    }
}
