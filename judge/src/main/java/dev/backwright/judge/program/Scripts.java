package dev.backwright.judge.program;

import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;

/// Runs `node …` as plain processes, without the probe, to their ends. Their folders stay until all is closed, so that a
/// check can look at what they left.
final class Scripts implements AutoCloseable {

    private static final int SHELL_SIGNAL = 128;

    private final Sandbox sandbox;
    private final NodeProgram.Setup setup;
    private final Queue<Running> open = new ConcurrentLinkedQueue<>();

    Scripts(Sandbox sandbox, NodeProgram.Setup setup) {
        this.sandbox = sandbox;
        this.setup = setup;
    }

    /// The submission.
    SortedMap<String, byte[]> files() {
        return setup.files();
    }

    /// Asks Node whether a file can be read as JavaScript.
    FinishedRun check(String file) {
        return new NodeCommand(this, file, List.of()).node("--check").run();
    }

    /// Runs a command to its end; one that a limit ends is the learner's failure.
    FinishedRun run(NodeCommand command) {
        Running running = sandbox.start(launch(command));
        open.add(running);
        try {
            var feed = Feed.begin(command.pieces(), running.input());
            command.cue().ifPresent(cue -> cue.watch(running));
            Outcome outcome = running.outcome().get();
            feed.rethrow();
            return finished(command, outcome, running);
        } catch (ExecutionException e) {
            throw new JudgeException("how " + command + " ended is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while " + command + " ran", e);
        }
    }

    private Launch launch(NodeCommand command) {
        return new Launch(
                command.files(),
                command.line(),
                command.environment(),
                setup.limits(),
                List.of(),
                java.util.Map.of(),
                false);
    }

    private static FinishedRun finished(NodeCommand command, Outcome outcome, Running running) {
        String err = running.output().err();
        var printed = command.printed(running.output().out(), err, Ending.brief(outcome));
        var left = new LeftFiles(running, command.files().keySet());
        return switch (outcome) {
            case Outcome.Exited(int code) when !Ending.isHeap(err) ->
                    new FinishedRun(printed, code, left);
            case Outcome.Signalled(int signal) when !Ending.isHeap(err) ->
                    new FinishedRun(printed, SHELL_SIGNAL + signal, left);
            default -> throw limit(outcome, printed);
        };
    }

    private static Unmet limit(Outcome outcome, Printed printed) {
        return printed.unmet(printed.command() + " " + Ending.words(outcome, printed.complained()));
    }

    @Override
    public void close() {
        for (Running running = open.poll(); running != null; running = open.poll()) {
            running.close();
        }
    }
}
