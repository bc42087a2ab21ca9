package dev.backwright.services.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A folder of ours in Linux's shared memory. Containers often have 64 MB of it, which is too little.
public final class MemoryArea {

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH = 1L << 30;

    private MemoryArea() {}

    public static Optional<Path> find() {
        try {
            if (!Files.isWritable(SHARED_MEMORY)
                    || Files.getFileStore(SHARED_MEMORY).getUsableSpace() < ENOUGH) {
                return Optional.empty();
            }
            String user = System.getProperty("user.name");
            Path area = SHARED_MEMORY.resolve("backwright-" + user);
            if (!Files.exists(area, LinkOption.NOFOLLOW_LINKS)) {
                var mode = PosixFilePermissions.fromString("rwx--x--x");
                Files.createDirectory(area, PosixFilePermissions.asFileAttribute(mode));
            }
            return ours(area, user) ? Optional.of(area) : Optional.empty();
        } catch (IOException notUsable) {
            return Optional.empty();
        }
    }

    private static boolean ours(Path area, String user) throws IOException {
        return Files.isDirectory(area, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(area, LinkOption.NOFOLLOW_LINKS).getName().equals(user);
    }
}
