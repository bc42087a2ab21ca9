package dev.backwright.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A running server process over a data folder.
final class Postmaster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    /// The kernel's "die with your parent" means the thread: so all are started by one that lives as long as we do.
    private static final ExecutorService LAUNCHER =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("postgres-launcher").factory());

    private final Process process;
    private final int port;
    private final Durability durability;
    private final @Nullable Watchdog watchdog;

    private Postmaster(
            Process process, int port, Durability durability, @Nullable Watchdog watchdog) {
        this.process = process;
        this.port = port;
        this.durability = durability;
        this.watchdog = watchdog;
    }

    /// Starts on a port and returns when it takes connections.
    static Postmaster start(
            PostgresBinaries binaries,
            ServerUser user,
            DataFolder folder,
            Durability durability,
            int port) {
        var arguments =
                new ArrayList<>(
                        List.of("-D", folder.data().toString(), "-p", String.valueOf(port)));
        arguments.addAll(durability.options());
        List<String> command =
                user.command(
                        durability.deathSignal(),
                        binaries.folder(),
                        folder.folder(),
                        binaries.command("postgres", arguments));
        Process process = launch(command, folder.log());
        var watchdog =
                user.diesWithUs() ? null : Watchdog.over(process.pid(), durability.deathSignal());
        var postmaster = new Postmaster(process, port, durability, watchdog);
        postmaster.awaitReady(folder);
        return postmaster;
    }

    private static Process launch(List<String> command, Path log) {
        return onLauncher(() ->
                Command.builder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start());
    }

    private static <T> T onLauncher(Callable<T> work) {
        try {
            return LAUNCHER.submit(work).get();
        } catch (ExecutionException e) {
            throw new ServiceException("Cannot start PostgreSQL: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    private void awaitReady(DataFolder folder) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ready(folder.data())) {
            if (!process.isAlive()) {
                close();
                throw new StartRefused(folder.folder(), logOf(folder));
            }
            if (System.nanoTime() > deadline) {
                close();
                throw Failures.said(
                        "start PostgreSQL in",
                        folder.folder(),
                        "it is not ready after a minute. " + logOf(folder));
            }
            pause();
        }
    }

    private boolean ready(Path data) {
        return PostmasterFile.read(data)
                .filter(file -> file.pid() == process.pid() && file.ready())
                .isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    private static String logOf(DataFolder folder) {
        try {
            return Files.readString(folder.log());
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Ends in order or at once, as the cluster's durability says.
    @Override
    public void close() {
        if (process.isAlive()) {
            Signals.end(
                    process.toHandle(),
                    PATIENCE,
                    List.of(durability.deathSignal(), "QUIT", "KILL"));
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }

    /// A port nobody listens on at this moment.
    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceException(
                    "No free port on the loopback address: " + e.getMessage() + ".", e);
        }
    }
}
