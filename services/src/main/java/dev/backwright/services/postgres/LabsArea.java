package dev.backwright.services.postgres;

import dev.backwright.services.server.Failures;
import dev.backwright.services.server.FileTrees;
import dev.backwright.services.server.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Where labs' clusters live, each in a folder of its own, and the template they are copied from.
///
/// @param area holds `labs-PID-N`; what a killed process left there is swept
record LabsArea(Path area, PostgresBinaries binaries) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    DataFolder next() {
        String name = "labs-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        return new DataFolder(area.resolve(name));
    }

    /// Ends and deletes the clusters whose process is gone.
    void sweep() {
        for (Path folder : folders()) {
            FolderLock lock = FolderLock.tryTake(folder);
            if (lock != null) {
                Cluster.endLeftover(new DataFolder(folder));
                FileTrees.delete(folder);
                lock.close();
            }
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(area)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(area, "labs-*")) {
            var folders = new java.util.ArrayList<Path>();
            found.forEach(folders::add);
            return folders;
        } catch (IOException e) {
            throw Failures.io("look into", area, e);
        }
    }

    /// Made by `initdb` once for each version of PostgreSQL, beside its programs; the first rename wins.
    DataFolder template() {
        Path ready = binaries.folder().resolveSibling(binaries.folder().getFileName() + "-labs");
        if (!Files.isDirectory(ready)) {
            makeTemplate(ready);
        }
        return new DataFolder(ready);
    }

    private void makeTemplate(Path ready) {
        Path fresh =
                ready.resolveSibling(ready.getFileName() + ".new-" + ProcessHandle.current().pid());
        try {
            FileTrees.delete(fresh);
            new DataFolder(fresh).make().initialize(binaries, Durability.THROWN_AWAY);
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(ready)) {
                throw Failures.io("make a database in", ready, e);
            }
        } finally {
            FileTrees.delete(fresh);
        }
    }
}
