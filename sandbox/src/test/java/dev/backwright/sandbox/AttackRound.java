package dev.backwright.sandbox;

import dev.backwright.sandbox.Attack.Without;
import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// All attacks on one sandbox by one user. Also a program, to be run as another user.
final class AttackRound implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 3;

    private static final Limits TIGHT =
            new Limits(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(4),
                    160 * Limits.MEGABYTE,
                    40,
                    100_000,
                    8 * Limits.MEGABYTE);

    private static final Limits LOOSE =
            new Limits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    65_536 * Limits.MEGABYTE,
                    4096,
                    8 * Limits.MEGABYTE,
                    128 * Limits.MEGABYTE);

    private final Kind kind;
    private final Path folder;
    private final Path node;
    private final Sandbox sandbox;
    private final Prey prey;

    /// @param folder of ours, open to all
    AttackRound(Kind kind, Path toolbox, Path folder) throws IOException {
        this.kind = kind;
        this.folder = folder;
        node = toolbox.resolve("bin/node");
        sandbox = Sandboxes.open(SandboxSettings.of(toolbox, runs(folder)).withKind(kind));
        prey = new Prey(sandbox, node, folder);
    }

    private static Path runs(Path folder) {
        return folder.resolve("run");
    }

    /// What was tried, and what went wrong; an empty text where nothing did.
    Map<String, String> problems() throws Exception {
        var trials = new TreeMap<String, Callable<String>>();
        var alone = new TreeMap<String, Callable<String>>();
        for (var attack : Attack.all()) {
            var where = attack.alone() ? alone : trials;
            if (attack.heldBy().contains(kind)) {
                where.put(attack.name() + " is held", () -> held(attack));
            }
            if (!Users.weAreRoot() && canBeLetLoose(attack)) {
                where.put(attack.name() + " succeeds where nothing holds it", () -> loose(attack));
            }
        }
        if (kind == Kind.NAMESPACES && !Users.weAreRoot()) {
            alone.put(
                    "what is closed while it starts is gone",
                    () -> Starts.closed(sandbox, runs(folder)));
        }
        var problems = new ConcurrentSkipListMap<String, String>();
        for (var trial : alone.entrySet()) {
            problems.put(trial.getKey(), outcome(trial.getValue()));
        }
        try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            for (var trial : trials.entrySet()) {
                var _ =
                        threads.submit(
                                () -> problems.put(trial.getKey(), outcome(trial.getValue())));
            }
        }
        trials.keySet().forEach(trial -> problems.putIfAbsent(trial, "it broke off"));
        return problems;
    }

    private static String outcome(Callable<String> trial) {
        try {
            return trial.call();
        } catch (Exception e) {
            return e.toString();
        }
    }

    /// Each is let loose once: without limits in namespaces, without a sandbox beside plain processes.
    private boolean canBeLetLoose(Attack attack) {
        return switch (attack.without()) {
            case LIMITS -> kind == Kind.NAMESPACES;
            case SANDBOX -> kind == Kind.PROCESS;
            case NOTHING -> false;
        };
    }

    private String held(Attack attack) throws Exception {
        var mark = mark();
        String problem;
        var limits = TIGHT.withWall(Duration.ofSeconds(attack.seconds()));
        try (var running = sandbox.start(launch(attack, mark, limits))) {
            var outcome = running.outcome().get(90, TimeUnit.SECONDS);
            problem = seen(attack, outcome, running.output());
            if (problem.isEmpty()) {
                problem = collected(attack, running);
            }
        }
        if (problem.isEmpty()) {
            problem = prey.harm();
        }
        return problem.isEmpty() ? survivors(mark) : problem;
    }

    private String loose(Attack attack) throws Exception {
        if (attack.without() == Without.SANDBOX) {
            try (var victim = new Prey(sandbox, node, folder)) {
                return new Bare(folder, node).attack(attack, victim, mark());
            }
        }
        try (var running = sandbox.start(launch(attack, mark(), LOOSE))) {
            var outcome = running.outcome().get(90, TimeUnit.SECONDS);
            var out = running.output().out();
            return out.contains("ESCAPED") ? "" : outcome + " " + out + running.output().err();
        }
    }

    private static String mark() {
        return "7" + System.nanoTime() % 1_000_000_000;
    }

    private Launch launch(Attack attack, String mark, Limits limits) {
        var environment = new TreeMap<>(prey.environment());
        environment.put("MARK", mark);
        return Launch.of(attack.command())
                .withFile(attack.file(), attack.text())
                .withEnvironment(environment)
                .withLimits(limits);
    }

    private static String seen(Attack attack, Outcome outcome, Output output) {
        var all = outcome + " " + output.out() + output.err();
        if (output.out().contains("ESCAPED") || !attack.endedWell(outcome)) {
            return all.substring(0, Math.min(2000, all.length()));
        }
        return output.out().contains("able") ? "" : "it could not even do what it may: " + all;
    }

    private String collected(Attack attack, Running running) {
        for (var path : attack.collected()) {
            var read = running.read(path, 100);
            if (read != null && read.length > 0 && !path.equals("able")) {
                return "of " + path + " was read " + new String(read, StandardCharsets.UTF_8);
            }
            if (read == null && path.equals("able")) {
                return "not even a plain file is read";
            }
        }
        return "";
    }

    static Collection<ProcessHandle> marked(String mark) {
        return ProcessHandle.allProcesses()
                .filter(p -> List.of(p.info().arguments().orElse(new String[0])).contains(mark))
                .toList();
    }

    private static String survivors(String mark) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(15).toNanos(); ; ) {
            var left = marked(mark);
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

    /// A line for each trial: its name and what went wrong, if anything did.
    static void main(String[] arguments) throws Exception {
        var kind = Kind.valueOf(arguments[0]);
        var folder = Path.of(arguments[2]);
        try (var round = new AttackRound(kind, Path.of(arguments[1]), folder)) {
            round.problems()
                    .forEach((trial, problem) ->
                            System.out.println(trial + "\t" + problem.replaceAll("\\s+", " ")));
        }
        try (var left = Files.list(runs(folder))) {
            System.out.println(
                    "nothing is left\t" + String.join(" ", left.map(Path::toString).toList()));
        }
    }
}
