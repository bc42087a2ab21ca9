package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A folder for one throw-away server, in use until it is closed, and then gone.
///
/// What a killed process left beside it is swept when the next one is made.
public final class OwnFolder implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Path path;
    private final FolderLock lock;

    private OwnFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Makes `area/KIND-PID-N`, which others may pass through but not look into.
    public static OwnFolder make(Path area, String kind) {
        Path absolute = area.toAbsolutePath().normalize();
        sweep(absolute, kind);
        String name = kind + "-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        Path path = absolute.resolve(name);
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            return new OwnFolder(path, FolderLock.take(path));
        } catch (IOException e) {
            throw Failures.io("make the folder", path, e);
        }
    }

    private static void sweep(Path area, String kind) {
        for (Path left : folders(area, kind)) {
            if (ofAnother(left)) {
                FolderLock lock = FolderLock.tryTake(left);
                if (lock != null) {
                    FileTrees.delete(left);
                    lock.close();
                }
            }
        }
    }

    /// Ours are in use or being made.
    private static boolean ofAnother(Path folder) {
        return !String.valueOf(folder.getFileName())
                .contains("-" + ProcessHandle.current().pid() + "-");
    }

    private static List<Path> folders(Path area, String kind) {
        if (!Files.isDirectory(area)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(area, kind + "-*")) {
            var folders = new ArrayList<Path>();
            found.forEach(folders::add);
            return folders;
        } catch (IOException e) {
            throw Failures.io("look into", area, e);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        FileTrees.delete(path);
        lock.close();
    }
}
