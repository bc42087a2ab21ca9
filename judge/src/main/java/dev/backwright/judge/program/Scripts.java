package dev.backwright.judge.program;

import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/// Runs `node …` as a plain process, without the probe, to its end.
final class Scripts {

    private static final int SHELL_SIGNAL = 128;

    private final Sandbox sandbox;
    private final NodeProgram.Setup setup;

    Scripts(Sandbox sandbox, NodeProgram.Setup setup) {
        this.sandbox = sandbox;
        this.setup = setup;
    }

    /// Runs a command to its end; one that a limit ends is the learner's failure.
    FinishedRun run(List<String> command, String input) {
        try (Running running = sandbox.start(launch(command))) {
            feed(running, input);
            Outcome outcome = running.outcome().get();
            return finished(String.join(" ", command), outcome, running);
        } catch (ExecutionException e) {
            throw new JudgeException("how " + command + " ended is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while " + command + " ran", e);
        }
    }

    private Launch launch(List<String> command) {
        return new Launch(
                setup.files(), command, Map.of(), setup.limits(), List.of(), Map.of(), false);
    }

    private static void feed(Running running, String input) {
        Thread.ofVirtual()
                .start(() -> {
                    try (OutputStream to = running.input()) {
                        to.write(input.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException notRead) {
                        return; // a program need not read its input
                    }
                });
    }

    private static FinishedRun finished(String command, Outcome outcome, Running running) {
        String err = running.output().err();
        var printed = new Printed(command, running.output().out(), err, Ending.brief(outcome));
        return switch (outcome) {
            case Outcome.Exited(int code) when !Ending.isHeap(err) ->
                    new FinishedRun(printed, code);
            case Outcome.Signalled(int signal) when !Ending.isHeap(err) ->
                    new FinishedRun(printed, SHELL_SIGNAL + signal);
            default -> throw limit(command, outcome, printed);
        };
    }

    private static Unmet limit(String command, Outcome outcome, Printed printed) {
        return printed.unmet(command + " " + Ending.words(outcome, printed.complained()));
    }
}
