package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A plain process with rlimits: it sees the machine as its user does. For one's own code.
///
/// ```text
///   r1/app            the work folder
///   r1/node_modules   the toolbox's packages, so that nothing of ours shows in the learner's folder
///   r1/tmp            HOME and TMPDIR
/// ```
final class ProcessSandbox implements Sandbox {

    private final RunFolder folder;
    private final Kit kit;
    private final Host host;
    private final List<String> warnings;
    private final Fifos fifos;
    private final Clock clock = new Clock();
    private final AtExit atExit = new AtExit(this::closeAll);
    private final Set<Running> open = ConcurrentHashMap.newKeySet();

    private ProcessSandbox(RunFolder folder, Kit kit, Host host, List<String> warnings) {
        this.folder = folder;
        this.kit = kit;
        this.host = host;
        this.warnings = warnings;
        this.fifos = new Fifos(kit.folder());
    }

    static ProcessSandbox open(SandboxSettings settings, String... warnings) {
        var folder = RunFolder.open(settings.runFolder());
        var kit = Kit.unpack(folder.kit(), settings.toolbox(), "launch.sh");
        try {
            var host = Host.look(folder, kit);
            var all = new ArrayList<>(List.of(warnings));
            all.addAll(host.warnings());
            return new ProcessSandbox(folder, kit, host, all);
        } catch (SandboxException e) {
            folder.delete();
            throw e;
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
        var user = host.takeUser();
        var wiring = new LoopbackWiring(launch.wires());
        var control = launch.control() ? Duplex.of(fifos) : null;
        try {
            prepare(run, launch, user);
            var environment = environment(run, launch, wiring);
            var process = Spawner.start(builder(run, launch, environment, user, control));
            Strays.note(run, process);
            var cage = new ProcessCage(process, run, host, user);
            return new Run(cage, launch.limits(), wiring, control);
        } catch (IOException | SandboxException e) {
            abandon(run, user, wiring, control);
            throw e instanceof SandboxException known
                    ? known
                    : new SandboxException("Could not prepare " + run + ": " + e, e);
        }
    }

    private void abandon(Path run, int user, Wiring wiring, @Nullable Duplex control) {
        wiring.close();
        if (control != null) {
            control.release();
            control.close();
        }
        host.giveBack(user);
        Trees.delete(run);
    }

    private void prepare(Path run, Launch launch, int user) throws IOException {
        var app = Files.createDirectory(run.resolve("app"));
        var tmp = Files.createDirectory(run.resolve("tmp"));
        Trees.write(app, launch.files());
        Files.writeString(tmp.resolve(".npmrc"), Surroundings.NPMRC);
        Files.createSymbolicLink(run.resolve("node_modules"), kit.modules());
        for (var shown : launch.readOnly().entrySet()) {
            Files.createSymbolicLink(
                    run.resolve(Surroundings.name(shown.getKey())),
                    shown.getValue().toAbsolutePath());
        }
        if (user != Host.OURS) {
            Trees.giveTo(user, app);
            Trees.giveTo(user, tmp);
        }
    }

    private Map<String, String> environment(Path run, Launch launch, Wiring wiring) {
        var all =
                new TreeMap<>(Surroundings.of(kit.bin().toString(), run.resolve("tmp").toString()));
        all.putAll(launch.environment());
        all.putAll(wiring.environment());
        return all;
    }

    private ProcessBuilder builder(
            Path run,
            Launch launch,
            Map<String, String> environment,
            int user,
            @Nullable Duplex control) {
        var line = new ArrayList<>(List.of("/bin/sh", kit.script("launch.sh").toString()));
        line.addAll(List.of("fault", run.resolve("fault").toString()));
        line.addAll(host.instructions(launch.limits(), user));
        if (control != null) {
            line.addAll(List.of(control.instruction("control")));
        }
        line.addAll(List.of("in", run.resolve("app").toString(), "--"));
        line.addAll(host.ownSession());
        line.addAll(host.as(user));
        line.addAll(Surroundings.command(environment, launch.command()));
        var builder = new ProcessBuilder(line).directory(run.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin");
        return builder;
    }

    @Override
    public Isolation isolation() {
        return new Isolation("process", host.limits(), warnings);
    }

    @Override
    public void close() {
        closeAll();
        atExit.close();
    }

    private synchronized void closeAll() {
        open.forEach(Running::close);
        clock.close();
        folder.delete();
    }
}
