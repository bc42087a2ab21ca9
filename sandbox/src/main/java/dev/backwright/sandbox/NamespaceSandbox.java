package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Linux namespaces by bubblewrap, cgroups where we may make them, rlimits everywhere. For other people's code.
///
/// As root each run gets a user id of its own; otherwise it runs as we do, inside a user namespace.
final class NamespaceSandbox implements Sandbox {

    private static final String[] PROGRAMS = {
        "launch.sh", "keeper.sh", "relay.cjs", "passwd", "group", "hosts", "nsswitch.conf", "npmrc"
    };

    private final RunFolder folder;
    private final Layers layers;
    private final Kit kit;
    private final Privileges privileges;
    private final Fifos fifos;

    /// A terminal's Ctrl-C is for us alone: a program that it ended would seem to have failed.
    private final List<String> session = Host.findSession();

    private final Clock clock = new Clock();
    private final Set<Running> open = ConcurrentHashMap.newKeySet();

    private NamespaceSandbox(RunFolder folder, Kit kit, Privileges privileges) {
        this.folder = folder;
        this.kit = kit;
        this.privileges = privileges;
        this.layers = new Layers(kit, privileges.outerAsRoot(), Seccomp.isHere());
        this.fifos = new Fifos(kit.folder());
    }

    /// @throws SandboxException when a trial run with the real options does not work
    static NamespaceSandbox open(SandboxSettings settings) {
        var folder = RunFolder.open(settings.runFolder());
        var kit = Kit.unpack(folder.kit(), settings.toolbox(), PROGRAMS);
        kit.write("filter", Seccomp.here());
        var cgroups = Cgroups.look(folder.name());
        var why = new ArrayList<String>();
        for (var privileges : Privileges.worthTrying(cgroups)) {
            var sandbox = new NamespaceSandbox(folder, kit, privileges);
            var failure = sandbox.trial();
            if (failure == null) {
                return sandbox;
            }
            why.add(failure);
            sandbox.clock.close();
        }
        folder.delete();
        throw new SandboxException("Namespaces do not work here: " + String.join("; ", why));
    }

    private @Nullable String trial() {
        try (var running =
                start(
                        Launch.of("node", "-e", "0")
                                .withLimits(Limits.STANDARD.withWall(Duration.ofSeconds(30))))) {
            var outcome = running.outcome().get(40, TimeUnit.SECONDS);
            return outcome.equals(new Outcome.Exited(0))
                    ? null
                    : outcome + " " + running.output().err().strip();
        } catch (SandboxException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while trying namespaces.", e);
        }
    }

    @Override
    public Running start(Launch launch) {
        return caged(launch).begin(clock, open);
    }

    @Override
    public Ahead ahead(Launch launch) {
        return caged(launch).beginAhead(clock, open);
    }

    private Run caged(Launch launch) {
        var run = folder.newRun();
        int user = privileges.takeUser();
        var cgroup = privileges.cgroups().create(launch.limits());
        var keeper = Duplex.of(fifos);
        var control = launch.control() ? Duplex.of(fifos) : null;
        try {
            var stage = prepare(run, launch, user);
            var wiring = new RelayWiring(launch.wires(), run.resolve("out"));
            var line = line(run, launch, user, wiring);
            line.addAll(0, instructions(run, cgroup, keeper, control));
            line.addAll(0, session);
            var process = Spawner.start(builder(line));
            var cage =
                    new NamespaceCage(
                            process,
                            stage,
                            new Keeper(keeper),
                            cgroup,
                            () -> privileges.giveBack(user));
            return new Run(cage, launch.limits(), wiring, control);
        } catch (IOException | SandboxException e) {
            keeper.release();
            keeper.close();
            if (control != null) {
                control.release();
                control.close();
            }
            cgroup.remove();
            privileges.giveBack(user);
            Trees.delete(run);
            throw e instanceof SandboxException known
                    ? known
                    : new SandboxException("Could not prepare " + run + ": " + e, e);
        }
    }

    private Stage prepare(Path run, Launch launch, int user) throws IOException {
        var stage = Stage.make(run, user, launch.files());
        var out = Files.createDirectory(run.resolve("out"));
        Files.writeString(
                run.resolve("inner"), layers.inner(launch.limits(), launch.readOnly().keySet()));
        if (user != Host.OURS) {
            Trees.giveTo(user, out);
            Trees.giveTo(user, run.resolve("inner"));
        }
        return stage;
    }

    private List<String> instructions(
            Path run, Cgroup cgroup, Duplex keeper, @Nullable Duplex control) {
        var line = new ArrayList<>(List.of("/bin/sh", kit.script("launch.sh").toString()));
        line.addAll(List.of(keeper.instruction("keeper")));
        if (control != null) {
            line.addAll(List.of(control.instruction("control")));
        }
        line.addAll(cgroup.instructions());
        line.addAll(List.of("log", run.resolve("log").toString()));
        line.add("--");
        return line;
    }

    /// Outer layer, keeper, inner layer, limits, environment, command: each becomes or starts the next.
    private List<String> line(Path run, Launch launch, int user, RelayWiring wiring) {
        var line = new ArrayList<>(privileges.before(user));
        line.addAll(layers.outer(run, launch.limits(), launch.readOnly().values()));
        line.addAll(List.of("/bin/sh", "/keep/keeper.sh", privileges.inside(user), wiring.words()));
        line.add(wiring.leadsOut() ? "yes" : "no");
        line.addAll(List.of("/bin/sh", "/work/bin/launch.sh"));
        line.addAll(privileges.limits(launch.limits()));
        line.add("--");
        var environment = new TreeMap<>(Surroundings.of("/work/bin", "/tmp"));
        environment.putAll(launch.environment());
        environment.putAll(wiring.environment());
        line.addAll(Surroundings.command(environment, launch.command()));
        return line;
    }

    private static ProcessBuilder builder(List<String> line) {
        var builder = new ProcessBuilder(line).directory(Path.of("/").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        return builder;
    }

    @Override
    public Isolation isolation() {
        return new Isolation("namespaces", privileges.describe(), privileges.warnings());
    }

    @Override
    public void close() {
        open.forEach(Running::close);
        clock.close();
        folder.delete();
    }
}
