package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Where labs' servers live, each in a folder of its own under a [FolderLock].
///
/// @param area holds `PREFIX-PID-N`; what a killed process left there is swept
/// @param prefix tells kinds of servers apart: `labs`
public record LabFolders(Path area, String prefix) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /// Looking at the lock of one of these would let go of it: the system's locks belong to the process, not to a channel.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    public LabFolders {
        area = area.toAbsolutePath().normalize();
    }

    /// A name for the next one; nothing is there yet.
    public Path next() {
        String pid = String.valueOf(ProcessHandle.current().pid());
        Path path = area.resolve(prefix + "-" + pid + "-" + NUMBER.incrementAndGet());
        OURS.add(path);
        return path;
    }

    /// A folder that [#next] named is deleted.
    void gone(Path folder) {
        OURS.remove(folder);
    }

    /// Deletes those whose process is gone.
    ///
    /// @param endLeftover ends a server that may still run over such a folder
    public void sweep(Consumer<Path> endLeftover) {
        for (Path folder : folders()) {
            if (OURS.contains(folder)) {
                continue;
            }
            FolderLock lock = FolderLock.tryTake(folder);
            if (lock != null) {
                endLeftover.accept(folder);
                FileTrees.delete(folder);
                lock.close();
            }
        }
    }

    private List<Path> folders() {
        if (!Files.isDirectory(area)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(area, prefix + "-*")) {
            var folders = new ArrayList<Path>();
            found.forEach(folders::add);
            return folders;
        } catch (IOException e) {
            throw Failures.io("look into", area, e);
        }
    }
}
