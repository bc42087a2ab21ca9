package dev.backwright.sandbox;

import dev.backwright.sandbox.Running.Signal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A process two layers deep. The outer layer stays until the run is discarded, so that its files can still be read.
final class NamespaceCage implements Cage {

    private final Process process;
    private final Path run;
    private final Stage stage;
    private final Keeper keeper;
    private final Cgroup cgroup;
    private final Runnable afterwards;
    private final Outermost outermost;
    private final ProcessTree tree;
    private final CompletableFuture<Integer> status;
    private volatile boolean killed;

    /// Killed while bubblewrap still started. It asks the kernel only late to end with its parent, so its child may live on.
    private volatile boolean early;

    NamespaceCage(Process process, Stage stage, Keeper keeper, Cgroup cgroup, Runnable afterwards) {
        this.afterwards = afterwards;
        this.process = process;
        this.stage = stage;
        this.run = stage.run();
        this.keeper = keeper;
        this.cgroup = cgroup;
        this.outermost = new Outermost(process.toHandle());
        this.tree = new ProcessTree(process.toHandle());
        var _ = process.onExit().thenRun(keeper::release);
        this.status = keeper.exit.handleAsync(this::ended, Thread.ofVirtual()::start);
    }

    private int ended(@Nullable Integer code, @Nullable Throwable fault) {
        if (process.isAlive() && !keeper.init.isCompletedExceptionally() && keeper.init.isDone()) {
            await(keeper.ask("gone " + keeper.init.join()));
        }
        if (code != null) {
            return code;
        }
        if (killed) {
            return 128 + Signals.KILL;
        }
        throw new SandboxException("The namespaces could not be made: " + log());
    }

    private String log() {
        try {
            return Files.readString(run.resolve("log")).strip();
        } catch (IOException e) {
            return "and " + e; // it ended before it could write any
        }
    }

    /// The keeper's answer, or not 0 when there is none.
    private int await(CompletableFuture<Integer> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            if (process.isAlive()) {
                throw new SandboxException("The keeper of " + run + " does not answer: " + e, e);
            }
            return -1; // it was ended meanwhile
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while waiting for the keeper of " + run, e);
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
        if (!keeper.exit.isDone()) {
            var sent = keeper.init.thenCompose(init -> keeper.ask("signal " + signal + " " + init));
            await(sent);
        }
    }

    @Override
    public void deliver(SortedMap<String, byte[]> files) {
        if (files.isEmpty()) {
            return;
        }
        try {
            stage.layLate(files);
        } catch (IOException e) {
            throw new SandboxException("Could not lay files ready for " + run + ": " + e, e);
        }
        if (await(keeper.ask("stage")) != 0) {
            throw new SandboxException("Files could not be copied into " + run + ".");
        }
    }

    @Override
    public byte @Nullable [] read(String path, int cap) {
        return answer("read " + cap + " " + octal(path));
    }

    @Override
    public SortedMap<String, Long> files() {
        byte[] told = answer("list " + Listing.MOST_BYTES);
        return told == null ? Collections.emptySortedMap() : Listing.of(told);
    }

    /// What the keeper lays into the folder for answers; null where it cannot.
    private byte @Nullable [] answer(String request) {
        int number = keeper.number();
        if (await(keeper.ask(number, request)) != 0) {
            return null;
        }
        var answer = run.resolve("out").resolve("answer" + number);
        try {
            var bytes = Files.readAllBytes(answer);
            Files.delete(answer);
            return bytes;
        } catch (IOException e) {
            throw new SandboxException("Could not take over " + answer + ": " + request, e);
        }
    }

    /// As `printf %b` reads it: nothing in a name means anything to a shell then.
    private static String octal(String path) {
        var text = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format("\\0%03o", b & 0xff));
        }
        return text.toString();
    }

    @Override
    public boolean mayListen(int port) {
        return outermost.mayListen(port);
    }

    @Override
    public Duration cpu() {
        return cgroup.cpu().orElseGet(tree::cpu);
    }

    @Override
    public boolean ranOutOfMemory() {
        return cgroup.ranOutOfMemory();
    }

    @Override
    public void kill() {
        killed = true;
        if (stands()) {
            var _ = keeper.ask("kill " + keeper.init.join());
        } else {
            early = true;
            process.toHandle().destroyForcibly();
            var _ = process.onExit().thenRun(() -> Strays.endThoseIn(run));
        }
    }

    /// Whether both layers have come to be.
    private boolean stands() {
        return keeper.init.isDone() && !keeper.init.isCompletedExceptionally();
    }

    @Override
    public void discard() {
        killed = true;
        early |= !stands();
        if (!outermost.end(Duration.ofSeconds(10))) {
            System.getLogger(NamespaceCage.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "The namespaces of {0} outlive their run",
                            run);
        }
        process.onExit().join();
        if (early) {
            Strays.endThoseIn(run);
        }
        keeper.release();
        cgroup.remove();
        afterwards.run();
        Trees.delete(run);
    }
}
