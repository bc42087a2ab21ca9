package dev.backwright.services.postgres;

import dev.backwright.services.server.LabFolders;
import dev.backwright.services.server.Premade;
import java.nio.file.Path;

/// Where labs' clusters live, and the template they are copied from.
record LabsArea(LabFolders folders, PostgresBinaries binaries) {

    /// @param area holds `labs-PID-N`
    LabsArea(Path area, PostgresBinaries binaries) {
        this(new LabFolders(area, "labs"), binaries);
    }

    DataFolder next() {
        return new DataFolder(folders.next());
    }

    /// Ends and deletes the clusters whose process is gone.
    void sweep() {
        folders.sweep(folder -> Cluster.endLeftover(new DataFolder(folder)));
    }

    /// Made by `initdb` once for each version of PostgreSQL, beside its programs.
    DataFolder template() {
        Path ready = binaries.folder().resolveSibling(binaries.folder().getFileName() + "-labs");
        return new DataFolder(
                Premade.folder(
                        ready,
                        fresh ->
                                new DataFolder(fresh)
                                        .make()
                                        .initialize(binaries, Durability.THROWN_AWAY)));
    }
}
