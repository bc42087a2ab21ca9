package dev.backwright.sandbox;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// The attacks on one sandbox, one after the other. Also a program, to be run as another user.
final class AttackRound implements AutoCloseable {

    private final Kind kind;
    private final Sandbox sandbox;
    private final Prey prey;

    /// @param folder of ours, open to all
    AttackRound(Kind kind, Path toolbox, Path folder) throws IOException {
        this.kind = kind;
        var settings = SandboxSettings.of(toolbox, folder.resolve("run")).withKind(kind);
        sandbox = Sandboxes.open(settings);
        prey = new Prey(sandbox, toolbox.resolve("bin/node"), folder);
    }

    List<Attack> attacks() {
        return Attack.heldBy(kind);
    }

    /// Empty when the attack was held.
    String problem(Attack attack) throws Exception {
        var mark = "7" + System.nanoTime() % 1_000_000_000;
        var environment = new TreeMap<>(prey.environment());
        environment.put("MARK", mark);
        environment.put("CALLS", Calls.inWords());
        var launch =
                Launch.of(attack.command())
                        .withFile(attack.file(), attack.text())
                        .withEnvironment(environment)
                        .withLimits(limits(attack));
        String problem;
        try (var running = sandbox.start(launch)) {
            var outcome = running.outcome().get(90, TimeUnit.SECONDS);
            problem = seen(attack, outcome, running.output());
        }
        if (problem.isEmpty()) {
            problem = prey.harm();
        }
        return problem.isEmpty() ? survivors(mark) : problem;
    }

    private static Limits limits(Attack attack) {
        return new Limits(
                Duration.ofSeconds(attack.seconds()),
                Duration.ofSeconds(3),
                320 * Limits.MEGABYTE,
                60,
                100_000,
                8 * Limits.MEGABYTE);
    }

    private static String seen(Attack attack, Outcome outcome, Output output) {
        var all = outcome + " " + output.out() + output.err();
        if (output.out().contains("ESCAPED") || !attack.endedWell(outcome)) {
            return all;
        }
        boolean able = output.out().contains("able") || outcome instanceof Outcome.TimedOut;
        return able ? "" : "it could not even do what it may: " + all;
    }

    private static String survivors(String mark) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(15).toNanos(); ; ) {
            var left =
                    ProcessHandle.allProcesses()
                            .filter(p ->
                                    List.of(p.info().arguments().orElse(new String[0]))
                                            .contains(mark))
                            .toList();
            if (left.isEmpty()) {
                return "";
            }
            if (System.nanoTime() > end) {
                return "these live on: " + left;
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() throws IOException {
        prey.close();
        sandbox.close();
    }

    /// A line for each attack: its name and what went wrong, if anything did.
    static void main(String[] arguments) throws Exception {
        var kind = Kind.valueOf(arguments[0]);
        var folder = Path.of(arguments[2]);
        try (var round = new AttackRound(kind, Path.of(arguments[1]), folder)) {
            for (var attack : round.attacks()) {
                var problem = round.problem(attack).replaceAll("\\s+", " ");
                System.out.println(attack + "\t" + problem);
            }
        }
        try (var left = Files.list(folder.resolve("run"))) {
            System.out.println("afterwards\t" + left.map(Path::toString).toList());
        }
    }
}
