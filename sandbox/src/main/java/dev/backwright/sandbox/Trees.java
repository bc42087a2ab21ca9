package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Trees of files: written for a process, and removed after it whatever it did to them. Never follows a link.
final class Trees {

    private Trees() {}

    /// Writes files under a folder. Paths are plain and relative, or it is the caller's mistake.
    static void write(Path folder, SortedMap<String, byte[]> files) throws IOException {
        for (var file : files.entrySet()) {
            var target = folder.resolve(plain(file.getKey()));
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    /// The path, if each of its segments is an ordinary name.
    static String plain(String path) {
        try {
            var parsed = Path.of(path);
            var odd = path.isEmpty() || path.indexOf('\0') >= 0 || parsed.isAbsolute();
            for (var segment : path.split("/", -1)) {
                odd |= segment.isEmpty() || segment.equals(".") || segment.equals("..");
            }
            if (!odd) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new SandboxException("Not a path this machine can hold: " + path, e);
        }
        throw new SandboxException("Not a plain relative path: '" + path + "'.");
    }

    /// Gives a whole tree to another user. Only root may.
    static void giveTo(int user, Path tree) throws IOException {
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        Files.setAttribute(dir, "unix:uid", user);
                        Files.setAttribute(dir, "unix:gid", user);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Files.setAttribute(file, "unix:uid", user);
                        Files.setAttribute(file, "unix:gid", user);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Removes a tree; what cannot be removed now, the next start sweeps.
    static void delete(Path tree) {
        try {
            if (Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(tree, new Removal());
            }
        } catch (IOException e) {
            System.getLogger(Trees.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not remove {0}: {1}", tree, e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            try {
                Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException e) {
                return FileVisitResult.CONTINUE; // then removing what is in it says why
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
            if (problem instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // somebody else was quicker
            }
            throw problem;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException problem)
                throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
