package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    /// swept. Another process that sweeps may take a folder before it has its lock: then there is a next one.
    public static OwnFolder make(LabFolders folders) {
        folders.sweep(left -> {});
        while (true) {
            Path path = folders.next();
            try {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            } catch (NoSuchFileException swept) {
                folders.gone(path);
                continue;
            } catch (IOException e) {
                throw Failures.io("make the folder", path, e);
            }
            FolderLock lock = FolderLock.tryTake(path);
            if (lock != null) {
                return new OwnFolder(folders, path, lock);
            }
            folders.gone(path);
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
