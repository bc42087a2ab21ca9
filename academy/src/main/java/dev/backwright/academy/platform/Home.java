package dev.backwright.academy.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which everything of this academy lies, held by one process at a time.
///
/// ```text
///   version        the format of what lies here
///   academy.lock   held while an academy runs; says which
///   solo.json      address, key and process of a running academy
///   postgres/      the database        run/   temporary files
/// ```
public final class Home implements AutoCloseable {

    /// The format that this version writes, and the newest it reads.
    static final int FORMAT = 1;

    private static final long ROOM_NEEDED = 100L << 20;

    private final Path folder;
    private final HomeLock lock;

    private Home(Path folder, HomeLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder, makes it where it is missing.
    ///
    /// @throws CannotStart when it cannot be written, is held by another academy, is newer than we are, or is full
    public static Home open(Path folder) {
        make(folder);
        requireRoom(folder);
        var lock = HomeLock.take(folder);
        try {
            requireKnownFormat(folder);
            Files.writeString(folder.resolve("version"), FORMAT + "\n");
            return new Home(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw notWritable(folder, e);
        } catch (CannotStart e) {
            lock.close();
            throw e;
        }
    }

    public Path folder() {
        return folder;
    }

    /// Says in the lock where the academy that holds it can be reached.
    public void announce(String url) {
        lock.announce(url);
    }

    /// Bytes of everything in it.
    public long size() {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(Home::sizeOf).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // a temporary file went away meanwhile; the figure is for a greeting
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void make(Path folder) {
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            Files.deleteIfExists(Files.createTempFile(folder, "probe", null));
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static CannotStart notWritable(Path folder, IOException e) {
        return CannotStart.here(
                "The home folder %s cannot be written (%s). Make it writable, or choose another one with BACKWRIGHT_HOME."
                        .formatted(folder, FileTrouble.inWords(e)),
                e);
    }

    private static void requireKnownFormat(Path folder) throws IOException {
        int format;
        try {
            format = Integer.parseInt(Files.readString(folder.resolve("version")).strip());
        } catch (NoSuchFileException e) {
            return;
        } catch (NumberFormatException e) {
            throw CannotStart.here(
                    "The file %s does not hold a number. It should hold %d; mend it, or choose another home with BACKWRIGHT_HOME."
                            .formatted(folder.resolve("version"), FORMAT));
        }
        if (format > FORMAT) {
            throw CannotStart.here(
                    "The home folder %s was written by a newer Backwright (format %d, this one knows %d). Update Backwright, or choose another home with BACKWRIGHT_HOME."
                            .formatted(folder, format, FORMAT));
        }
    }

    private static void requireRoom(Path folder) {
        long free = usable(folder);
        if (free < ROOM_NEEDED) {
            throw CannotStart.here(
                    "The disk that holds %s has %d MB left, and Backwright needs %d. Free some space, or choose another home with BACKWRIGHT_HOME."
                            .formatted(folder, free >> 20, ROOM_NEEDED >> 20));
        }
    }

    private static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
