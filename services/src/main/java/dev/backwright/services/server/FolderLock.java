package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Says that a folder is in use by a living process; the system lets go of it when that process dies, however it dies.
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock of `folder`, or says who has it.
    public static FolderLock take(Path folder) {
        FolderLock lock = tryTake(folder);
        if (lock == null) {
            throw new ServiceException(
                    "The database in "
                            + folder
                            + " is in use by another Backwright (process "
                            + holder(folder)
                            + "): stop that one, or choose another folder with BACKWRIGHT_HOME.");
        }
        return lock;
    }

    /// As [#take], or nothing where somebody else has it, or where the folder has just been deleted.
    public static @Nullable FolderLock tryTake(Path folder) {
        try {
            var channel =
                    FileChannel.open(
                            file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return null;
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(
                            String.valueOf(ProcessHandle.current().pid())
                                    .getBytes(StandardCharsets.UTF_8)));
            return new FolderLock(channel);
        } catch (NoSuchFileException gone) {
            return null;
        } catch (IOException e) {
            throw Failures.io("lock", folder, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static String holder(Path folder) {
        try {
            return Files.readString(file(folder)).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("lock");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new ServiceException("Cannot let go of a lock: " + e.getMessage() + ".", e);
        }
    }
}
