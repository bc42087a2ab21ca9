package dev.backwright.services.postgres;

import dev.backwright.services.server.Failures;
import dev.backwright.services.server.ServerProcess;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A running server process over a data folder.
final class Postmaster implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final ServerProcess process;
    private final int port;

    private Postmaster(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
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
        var process =
                ServerProcess.start(
                        "PostgreSQL", user, command, durability.deathSignal(), folder.log());
        var postmaster = new Postmaster(process, port);
        postmaster.awaitReady(folder);
        return postmaster;
    }

    private void awaitReady(DataFolder folder) {
        if (process.await(() -> ready(folder.data()), READY_WITHIN)) {
            return;
        }
        boolean ended = !process.alive();
        close();
        throw ended
                ? new StartRefused(folder.folder(), logOf(folder))
                : Failures.said(
                        "start PostgreSQL in",
                        folder.folder(),
                        "it is not ready after a minute. " + logOf(folder));
    }

    private boolean ready(Path data) {
        return PostmasterFile.read(data)
                .filter(file -> file.pid() == process.pid() && file.ready())
                .isPresent();
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
        return process.alive();
    }

    /// Ends in order or at once, as the cluster's durability says.
    @Override
    public void close() {
        process.close();
    }
}
