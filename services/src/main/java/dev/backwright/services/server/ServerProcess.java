package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A server's process, which ends when we do, however we end.
///
/// ```java
/// var process = ServerProcess.start("Redis", user, user.command("KILL", runtime, data, words), "KILL", log);
/// if (!process.await(() -> accepts(socket), Duration.ofSeconds(10))) { … }
/// ```
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// The kernel's "die with your parent" means the thread: so all are started by one that lives as long as we do.
    private static final ExecutorService LAUNCHER =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("server-launcher").factory());

    private final String name;
    private final Process process;
    private final String endSignal;
    private final @Nullable Watchdog watchdog;

    private ServerProcess(
            String name, Process process, String endSignal, @Nullable Watchdog watchdog) {
        this.name = name;
        this.process = process;
        this.endSignal = endSignal;
        this.watchdog = watchdog;
    }

    /// Starts it; whether it is ready is asked with [#await].
    ///
    /// @param name for sentences: `PostgreSQL`
    /// @param command as [ServerUser#command] made it
    /// @param endSignal what it gets when we end, and the first thing on [#close]: `INT`, `QUIT`, `KILL`
    /// @param log takes both of its streams
    public static ServerProcess start(
            String name, ServerUser user, List<String> command, String endSignal, Path log) {
        Process process = launch(name, command, log);
        var watchdog = user.diesWithUs() ? null : Watchdog.over(process.pid(), endSignal);
        return new ServerProcess(name, process, endSignal, watchdog);
    }

    private static Process launch(String name, List<String> command, Path log) {
        return onLauncher(
                name,
                () ->
                        Command.builder(command)
                                .redirectInput(Path.of("/dev/null").toFile())
                                .redirectErrorStream(true)
                                .redirectOutput(log.toFile())
                                .start());
    }

    private static <T> T onLauncher(String name, Callable<T> work) {
        try {
            return LAUNCHER.submit(work).get();
        } catch (ExecutionException e) {
            throw new ServiceException("Cannot start " + name + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    private static ServiceException interrupted(String name, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServiceException("Interrupted while " + name + " was starting.", e);
    }

    /// Waits until `ready`.
    ///
    /// @return whether it is; not, when the process ended first or the time is over
    public boolean await(BooleanSupplier ready, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void pause() {
        try {
            Thread.sleep(4);
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// Has something done when it has ended, for whatever reason.
    public void onEnd(Runnable then) {
        Thread.ofVirtual()
                .start(() -> {
                    process.onExit().join();
                    then.run();
                });
    }

    /// Ends it by ever firmer signals.
    @Override
    public void close() {
        if (process.isAlive()) {
            var signals = new ArrayList<>(List.of(endSignal));
            List.of("QUIT", "KILL").stream()
                    .filter(s -> !s.equals(endSignal))
                    .forEach(signals::add);
            Signals.end(process.toHandle(), PATIENCE, signals);
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }
}
