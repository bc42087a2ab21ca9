package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A folder for one throw-away server, in use until it is closed, and then gone.
public final class OwnFolder implements AutoCloseable {

    private final LabFolders folders;
    private final Path path;
    private final FolderLock lock;

    private OwnFolder(LabFolders folders, Path path, FolderLock lock) {
        this.folders = folders;
        this.path = path;
        this.lock = lock;
    }

    /// Makes the next of these folders, which others may pass through but not look into. What a killed process left beside it is
    /// swept.
    public static OwnFolder make(LabFolders folders) {
        folders.sweep(left -> {});
        Path path = folders.next();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            return new OwnFolder(folders, path, FolderLock.take(path));
        } catch (IOException e) {
            throw Failures.io("make the folder", path, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        FileTrees.delete(path);
        lock.close();
        folders.gone(path);
    }
}
