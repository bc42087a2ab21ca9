package dev.backwright.judge.bench;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.app.Endings;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;

/// The toolbox's `tsc`, run in a sandbox: what it reads was written by others.
record TypeScript(Sandbox sandbox) {

    private static final String CONFIGURATION = "tsconfig.json";
    private static final List<String> COMMAND =
            List.of(
                    "node",
                    "../node_modules/typescript/bin/tsc",
                    "--noEmit",
                    "--incremental",
                    "false",
                    "--pretty",
                    "false",
                    "-p",
                    CONFIGURATION);

    /// The compiler holds the types of every package it meets.
    private static final Limits LIMITS =
            Limits.STANDARD
                    .withMemory(1024 * Limits.MEGABYTE)
                    .withWall(Duration.ofSeconds(60))
                    .withCpu(Duration.ofSeconds(30));

    /// Its complaints, a line each.
    Seen errors(SortedMap<String, byte[]> files) {
        if (!files.containsKey(CONFIGURATION)) {
            throw new JudgeException("types are looked at by a tsconfig.json, and there is none");
        }
        var launch = Launch.of(COMMAND.toArray(String[]::new)).withFiles(files).withLimits(LIMITS);
        try (Running running = sandbox.start(launch)) {
            Outcome outcome = running.outcome().get();
            return errors(outcome, running);
        } catch (ExecutionException e) {
            throw new JudgeException("how tsc ended is not known: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JudgeException("interrupted while tsc ran", e);
        }
    }

    private static Seen errors(Outcome outcome, Running running) {
        String out = running.output().out();
        String err = running.output().err();
        var console = new Evidence.Console("npx tsc --noEmit", out, err, Endings.words(outcome));
        Failing failing = message -> new Unmet(message, List.of(console));
        List<String> errors = out.lines().filter(line -> line.contains("error TS")).toList();
        return switch (outcome) {
            case Outcome.Exited(int code) when (code == 0) == errors.isEmpty() ->
                    Sighting.of("the errors that `tsc --noEmit` finds", errors, failing);
            case Outcome.OutOfTime _, Outcome.OutOfMemory _, Outcome.TooMuchOutput _ ->
                    throw failing.because(
                            "The types could not be checked: tsc ended with "
                                    + Endings.words(outcome)
                                    + ".");
            default ->
                    throw new JudgeException(
                            "tsc ended with %s: %s%s".formatted(Endings.words(outcome), out, err));
        };
    }
}
