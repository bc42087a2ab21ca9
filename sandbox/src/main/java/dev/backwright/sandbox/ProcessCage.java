package dev.backwright.sandbox;

import dev.backwright.sandbox.Running.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// A plain process, held by its process group, its descendants, its user and the folder it works in.
final class ProcessCage implements Cage {

    private static final int COULD_NOT_LAUNCH = 125;

    private final Process process;
    private final Path run;
    private final Host host;
    private final int user;
    private final ProcessTree tree;
    private final CompletableFuture<Integer> status;
    private final AtomicBoolean gone = new AtomicBoolean();

    ProcessCage(Process process, Path run, Host host, int user) {
        this.process = process;
        this.run = run;
        this.host = host;
        this.user = user;
        this.tree = new ProcessTree(process.toHandle());
        this.status = process.onExit().thenApplyAsync(this::ended, Thread.ofVirtual()::start);
    }

    private int ended(Process ended) {
        kill();
        int code = ended.exitValue();
        var fault = run.resolve("fault");
        if (code == COULD_NOT_LAUNCH && Files.exists(fault)) {
            throw new SandboxException("The process could not be started: " + text(fault));
        }
        return code;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public Process process() {
        return process;
    }

    @Override
    public CompletableFuture<Integer> status() {
        return status;
    }

    @Override
    public void signal(Signal signal) {
        if (process.isAlive()) {
            shell("kill -s \"$1\" \"$2\"", signal.name(), Long.toString(process.pid()));
        }
    }

    @Override
    public void deliver(SortedMap<String, byte[]> files) {
        var app = run.resolve("app");
        try {
            Trees.write(app, files);
            if (user != Host.OURS) {
                Trees.giveTo(user, app);
            }
        } catch (IOException e) {
            throw new SandboxException("Could not copy files into " + app + ": " + e, e);
        }
    }

    @Override
    public byte @Nullable [] read(String path, int cap) {
        return PlainFile.read(run.resolve("app"), path, cap);
    }

    @Override
    public SortedMap<String, Long> files() {
        return PlainFile.list(run.resolve("app"), Listing.MOST_BYTES);
    }

    @Override
    public Duration cpu() {
        return tree.cpu();
    }

    @Override
    public boolean ranOutOfMemory() {
        return false;
    }

    @Override
    public synchronized void kill() {
        if (gone.get()) {
            return;
        }
        process.toHandle()
                .destroyForcibly(); // the process itself would also throw away what it has printed
        for (int round = 0; round < 20; round++) {
            killAll();
            if (tree.awaitEnd(Duration.ofMillis(250))) {
                gone.set(!process.isAlive());
                return;
            }
        }
        System.getLogger(ProcessCage.class.getName())
                .log(System.Logger.Level.WARNING, "Processes outlive their run: {0}", tree.alive());
    }

    private void killAll() {
        tree.addThoseIn(run);
        if (!host.ownSession().isEmpty()) {
            shell("kill -s KILL -- \"-$1\"", Long.toString(process.pid()));
        }
        if (user != Host.OURS) {
            Host.killAllOf(user);
        }
        tree.others().forEach(ProcessHandle::destroyForcibly);
    }

    private static void shell(String script, String... arguments) {
        var line = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
        line.addAll(List.of(arguments));
        Spawner.ask(
                new ProcessBuilder(
                        line)); // whom it was for may be gone: then nothing is to be done
    }

    @Override
    public void discard() {
        kill();
        host.giveBack(user);
        Trees.delete(run);
    }
}
