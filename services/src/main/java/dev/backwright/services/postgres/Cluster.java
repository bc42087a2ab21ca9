package dev.backwright.services.postgres;

import dev.backwright.services.server.FileTrees;
import dev.backwright.services.server.FolderLock;
import dev.backwright.services.server.ServerUser;
import dev.backwright.services.server.Signals;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/// One data folder with a server running over it, under a lock.
final class Cluster implements AutoCloseable {

    private static final int TRIES = 40;

    private final DataFolder folder;
    private final FolderLock lock;
    private final Postmaster postmaster;
    private final Durability durability;

    private Cluster(
            DataFolder folder, FolderLock lock, Postmaster postmaster, Durability durability) {
        this.folder = folder;
        this.lock = lock;
        this.postmaster = postmaster;
        this.durability = durability;
    }

    /// Opens the platform's, made if it is not there.
    static Cluster keep(PostgresBinaries binaries, DataFolder folder, IntSupplier ports) {
        var user = ServerUser.lasting();
        FolderLock lock = FolderLock.take(folder.make().folder());
        try {
            if (!folder.data().toFile().exists()) {
                folder.initialize(binaries, Durability.KEPT);
            }
            folder.requireOurs();
            return start(binaries, user, folder, lock, Durability.KEPT, ports);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Opens a new one for labs, as a copy of `template`.
    static Cluster throwAway(
            PostgresBinaries binaries, DataFolder folder, DataFolder template, IntSupplier ports) {
        FolderLock lock = FolderLock.take(folder.make().folder());
        try {
            folder.copyFrom(template);
            return start(
                    binaries, ServerUser.lasting(), folder, lock, Durability.THROWN_AWAY, ports);
        } catch (RuntimeException e) {
            FileTrees.delete(folder.folder());
            lock.close();
            throw e;
        }
    }

    private static Cluster start(
            PostgresBinaries binaries,
            ServerUser user,
            DataFolder folder,
            FolderLock lock,
            Durability durability,
            IntSupplier ports) {
        endLeftover(folder);
        for (int tries = 1; ; tries++) {
            try {
                var postmaster =
                        Postmaster.start(binaries, user, folder, durability, ports.getAsInt());
                return new Cluster(folder, lock, postmaster, durability);
            } catch (StartRefused e) {
                if (tries == TRIES || !(e.portTaken() || e.leftoversStillRun())) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static void pause(StartRefused refused) {
        try {
            Thread.sleep(refused.portTaken() ? 1 : 250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused;
        }
    }

    /// Ends the server of a Backwright that was killed; we hold the lock, so it serves nobody.
    static void endLeftover(DataFolder folder) {
        var file = PostmasterFile.read(folder.data());
        file.flatMap(left -> left.running(folder.data()))
                .ifPresent(process ->
                        Signals.end(
                                process, Duration.ofSeconds(10), List.of("INT", "QUIT", "KILL")));
        if (file.isPresent()) {
            FileTrees.delete(PostmasterFile.in(folder.data()));
        }
    }

    PostgresLogin login() {
        String password = folder.credentials().passwordOf(DataFolder.SUPERUSER);
        return new PostgresLogin(
                "127.0.0.1", postmaster.port(), "postgres", DataFolder.SUPERUSER, password);
    }

    String passwordOf(String role) {
        return folder.credentials().passwordOf(role);
    }

    boolean alive() {
        return postmaster.alive();
    }

    long pid() {
        return postmaster.pid();
    }

    @Override
    public void close() {
        postmaster.close();
        if (durability == Durability.THROWN_AWAY) {
            FileTrees.delete(folder.folder());
        }
        lock.close();
    }
}
