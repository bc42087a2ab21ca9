package dev.backwright.academy.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lock on a home folder. The system lets go of it when its process ends, however it ends.
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock take(Path folder) {
        var file = folder.resolve("academy.lock");
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (!locked(channel)) {
                channel.close();
                throw CannotStart.here(
                        "Another academy already uses %s: %s. Open that one, end it, or choose another home with BACKWRIGHT_HOME."
                                .formatted(folder, Files.readString(file).strip()));
            }
            var lock = new HomeLock(channel);
            lock.write("process " + ProcessHandle.current().pid() + ", just starting");
            return lock;
        } catch (IOException e) {
            throw CannotStart.here(
                    "The home folder %s cannot be locked (%s). Make it writable, or choose another one with BACKWRIGHT_HOME."
                            .formatted(folder, FileTrouble.inWords(e)),
                    e);
        }
    }

    void announce(String url) {
        try {
            write("process " + ProcessHandle.current().pid() + " at " + url);
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of the home folder cannot be written", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process holds it
        }
    }

    private void write(String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)), 0);
    }

    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of the home folder cannot be released", e);
        }
    }
}
