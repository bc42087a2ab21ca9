package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import dev.backwright.checks.Spy;
import dev.backwright.checks.Value;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// A submission on real Node, for one check. The process starts with the first thing asked of it.
///
/// ```java
/// try (var program = NodeProgram.open(sandbox, Setup.of(files))) {
///     program.module("closures.js").get("once").call(program.spy("() => 7")).call().is(7);
/// }
/// ```
public final class NodeProgram implements Program, AutoCloseable {

    private final Setup setup;
    private final Scripts scripts;
    private final Session session;

    private NodeProgram(Sandbox sandbox, Setup setup, Supplier<Ahead> waiting) {
        this.setup = setup;
        this.scripts = new Scripts(sandbox, setup);
        this.session =
                new Session(() -> Probe.start(waiting.get(), setup.files()), setup.patience());
    }

    /// A program that has not started.
    public static NodeProgram open(Sandbox sandbox, Setup setup) {
        return open(sandbox, setup, () -> ahead(sandbox, setup.limits()));
    }

    /// A program that has not started.
    ///
    /// @param waiting where its process comes from: one that [#ahead] has started with the same limits
    public static NodeProgram open(Sandbox sandbox, Setup setup, Supplier<Ahead> waiting) {
        return new NodeProgram(sandbox, setup, waiting);
    }

    /// Starts a process that waits for a program's files.
    public static Ahead ahead(Sandbox sandbox, Limits limits) {
        return sandbox.ahead(ProbeLaunch.of(limits));
    }

    @Override
    public Value module(String file) {
        return loaded(file, "import", Paths.encoded(Paths.plain(file)));
    }

    @Override
    public Value require(String file) {
        return loaded(file, "require", Paths.plain(file));
    }

    @Override
    public Value value(String expression) {
        return made("value", expression);
    }

    @Override
    public Spy spy(String functionExpression) {
        return new NodeSpy(session, made("spy", functionExpression));
    }

    @Override
    public void settle(long millis) {
        session.askAndWait(
                Session.Command.of("settle"),
                Duration.ofMillis(millis),
                "while its timers and promises ran");
    }

    @Override
    public Console console() {
        return session.printed();
    }

    @Override
    public Run run(String file, String... arguments) {
        return runWithInput("", file, arguments);
    }

    @Override
    public Run runWithInput(String input, String file, String... arguments) {
        return command(file, arguments).input(input).run();
    }

    @Override
    public Command command(String file, String... arguments) {
        return new NodeCommand(scripts, Paths.plain(file), List.of(arguments));
    }

    /// Whether nothing of the learner's runs in the process behind [#module]: no command is under way. For any thread.
    public boolean isAtRest() {
        return session.isAtRest();
    }

    /// What the process behind [#module] has printed and how it ended; empty if it was never started.
    public Optional<Evidence> printed() {
        return Optional.ofNullable(session.probe())
                .map(probe -> session.printed())
                .filter(Printed::tells)
                .map(Printed::evidence);
    }

    @Override
    public void close() {
        scripts.close();
        Probe probe = session.probe();
        if (probe != null) {
            probe.close();
        }
    }

    private Value loaded(String file, String op, String path) {
        String name = Paths.plain(file);
        String during = "while " + name + " was loading";
        JsonNode answer =
                session.askAndWait(
                        Session.Command.of(op).with("path", path), setup.patience(), during);
        if (answer.has("ok")) {
            return new NodeValue(session, Told.of(answer.path("ok")), Naming.module(name), null);
        }
        throw new Loading(session, scripts, setup.files().keySet()).failed(name, answer);
    }

    private NodeValue made(String op, String expression) {
        Session.Command command = Session.Command.of(op).with("code", expression);
        return new Calling(session).reading(Naming.of(expression.strip()), command);
    }

    /// What a program is made of.
    ///
    /// @param files the submission, by plain relative path
    /// @param patience how long one call, one promise or one import may take
    public record Setup(SortedMap<String, byte[]> files, Limits limits, Duration patience) {

        public static final Duration PATIENCE = Duration.ofSeconds(5);

        /// With the standard limits.
        public static Setup of(SortedMap<String, byte[]> files) {
            return new Setup(files, Limits.STANDARD, PATIENCE);
        }

        public Setup withLimits(Limits other) {
            return new Setup(files, other, patience);
        }

        public Setup withPatience(Duration other) {
            return new Setup(files, limits, other);
        }
    }
}
