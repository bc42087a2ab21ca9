package dev.backwright.academy.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the disk still has that holds the home folder.
public final class Room {

    /// What a person can do about it.
    public static final String WHAT_TO_DO = "Free some space there, then try again.";

    /// PostgreSQL wants a further 16 MB for its log now and then, and stops when it does not get them.
    private static final long LEAST = 20L << 20;

    private final Path folder;
    private final String called;

    /// @param called what it is called to people
    Room(Path folder, String called) {
        this.folder = folder;
        this.called = called;
    }

    /// Whether so little is left that nothing more should be written.
    public boolean isShort() {
        return left() < LEAST;
    }

    /// What happened, in a sentence.
    public String says() {
        return "The disk that holds %s is full: %d MB are left.".formatted(called, left() >> 20);
    }

    /// Bytes that we may still write.
    public long left() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // whoever writes there will say what is wrong
        }
    }

    /// Bytes of the whole disk; 0 where nobody knows.
    public long whole() {
        try {
            return Files.getFileStore(folder).getTotalSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
