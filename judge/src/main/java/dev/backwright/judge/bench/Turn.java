package dev.backwright.judge.bench;

import dev.backwright.checks.App;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Program;
import dev.backwright.checks.Project;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Tests;
import dev.backwright.checks.Workspace;
import dev.backwright.judge.app.Boot;
import dev.backwright.judge.app.LearnersApp;
import dev.backwright.judge.evidence.Scenes;
import dev.backwright.judge.program.NodeProgram;
import dev.backwright.judge.program.NodeProgram.Setup;
import dev.backwright.judge.project.LearnersProject;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.judge.tests.LearnersTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one check asks for. Each thing is started once, when it is first asked for, and ended with the turn.
/// Asked by the check's thread; may be closed by another, which lets go whoever waits for the learner's program.
public final class Turn implements AutoCloseable {

    private static final Set<Class<?>> KNOWN =
            Set.of(
                    App.class,
                    Program.class,
                    Project.class,
                    Tests.class,
                    Workspace.class,
                    Seed.class);

    private final Bench bench;
    private final String check;
    private final Predicate<String> known;
    private final Stage stage;
    private final OpenServices services;
    private volatile @Nullable LearnersApp app;
    private volatile @Nullable NodeProgram program;
    private volatile @Nullable LearnersProject project;
    private volatile boolean tests;
    private volatile boolean closed;

    Turn(Bench bench, String check, Predicate<String> known) {
        this.bench = bench;
        this.check = check;
        this.known = known;
        this.stage = bench.stage();
        this.services = stage.services();
        services.origin().now();
    }

    /// Whether a check may ask for such a thing.
    public static boolean supplies(Class<?> type) {
        return KNOWN.contains(type) || Kind.of(type).isPresent();
    }

    /// @throws dev.backwright.judge.seen.NotStarted when the learner's program does not start
    public Object supply(Class<?> type) {
        if (type == App.class) {
            return app();
        }
        if (type == Program.class) {
            return new OnceLoaded(program(), known);
        }
        if (type == Project.class) {
            return project();
        }
        if (type == Tests.class) {
            tests = true;
            return new LearnersTests(bench.tests());
        }
        if (type == Seed.class) {
            return new FixedSeed(bench.seed(), check);
        }
        if (type == Workspace.class) {
            return new HandedIn(bench.files(), new TypeScript(bench.workshop().sandbox()));
        }
        return Kind.of(type)
                .map(kind -> services.get(kind).words())
                .orElseThrow(() ->
                        new IllegalArgumentException("a check cannot ask for " + type.getName()));
    }

    /// Whether code of the learner runs or ran in it.
    public boolean ranLearnersCode() {
        return app != null || program != null || project != null || tests;
    }

    /// Says that a server this check stands on has died, if one has: whatever the learner's program did then tells nothing.
    public Optional<String> lostService() {
        return services.lost()
                .map(kind ->
                        "%s died while this was checked. It is started again, and the check has to be made again."
                                .formatted(kind.title()));
    }

    /// What was seen during this turn, for a check that fails: requests by themselves, or drawn with what went over the wires.
    /// The exchange it failed at is among them.
    ///
    /// @param own evidence that came with the failure
    public List<Evidence> evidence(List<Evidence> own) {
        List<Evidence> all = new ArrayList<>();
        LearnersApp server = app;
        List<Evidence> served = server == null ? List.of() : server.evidence();
        List<Evidence.Http> requests = new ArrayList<>();
        for (Evidence each : served) {
            if (each instanceof Evidence.Http http) {
                requests.add(http);
            } else {
                all.add(each);
            }
        }
        List<Evidence.Wires.Step> steps = services.steps();
        all.addAll(
                0,
                steps.isEmpty()
                        ? failingLast(requests, own)
                        : List.of(Scenes.of(requests, steps, own)));
        NodeProgram node = program;
        if (node != null) {
            node.printed().ifPresent(all::add);
        }
        LearnersProject commands = project;
        if (commands != null) {
            all.addAll(commands.evidence());
        }
        return all;
    }

    /// In the order of time, but for the exchange the check failed at: it is mostly the last, and always shown as such.
    private static List<Evidence> failingLast(List<Evidence.Http> requests, List<Evidence> own) {
        return Stream.of(false, true)
                .flatMap(failing -> requests.stream().filter(it -> own.contains(it) == failing))
                .<Evidence>map(it -> it)
                .toList();
    }

    private LearnersApp app() {
        LearnersApp known = app;
        if (known != null) {
            return known;
        }
        var boot =
                new Boot(
                        bench.workshop().sandbox(),
                        bench.files(),
                        bench.limits(),
                        services.wires(),
                        services.environment(),
                        bench.tls() ? bench.workshop().identity() : null,
                        stage::takeStandby,
                        bench.workshop().pace().of(Boot.PATIENCE));
        LearnersApp started = LearnersApp.start(boot, services.origin());
        app = started;
        requireOpen(started);
        return started;
    }

    private NodeProgram program() {
        NodeProgram opened = program;
        if (opened != null) {
            return opened;
        }
        var workshop = bench.workshop();
        var setup =
                Setup.of(bench.files())
                        .withLimits(bench.limits())
                        .withPatience(workshop.pace().of(Setup.PATIENCE));
        var waiting = new WaitingProbe(workshop.sandbox(), bench.limits());
        var started =
                NodeProgram.open(workshop.sandbox(), setup, () -> workshop.pool().take(waiting));
        program = started;
        requireOpen(started);
        return started;
    }

    private LearnersProject project() {
        LearnersProject opened = project;
        if (opened != null) {
            return opened;
        }
        LearnersProject begun =
                LearnersProject.open(
                        bench.workshop().sandbox(),
                        bench.files(),
                        bench.limits(),
                        services::wires,
                        services::environment);
        project = begun;
        requireOpen(begun);
        return begun;
    }

    /// What was started after the turn was over is ended at once.
    private void requireOpen(AutoCloseable started) {
        if (closed) {
            ended(started);
            throw new IllegalStateException("the check is over");
        }
    }

    /// Ends it without keeping anybody waiting. A program at rest may stay until nobody waits for a verdict; a program in the
    /// middle of something, as when its check is overdue, may do anything meanwhile, and so may a server.
    public void endSoon() {
        NodeProgram node = program;
        if (app == null && project == null && (node == null || node.isAtRest())) {
            bench.workshop().clearing().endLater(this);
        } else {
            bench.workshop().clearing().end(this);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            ended(app);
            ended(program);
            ended(project);
        } finally {
            stage.close();
        }
    }

    private static void ended(@Nullable AutoCloseable thing) {
        try {
            if (thing != null) {
                thing.close();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("could not be ended: " + e, e);
        }
    }
}
