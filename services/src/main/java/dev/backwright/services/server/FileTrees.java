package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Whole folders at once.
public final class FileTrees {

    private FileTrees() {}

    /// Deletes a folder with all in it, following no link; what is gone already is fine.
    public static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new Deleting());
        } catch (NoSuchFileException gone) {
            // someone was faster: a dying server removes its own files
        } catch (IOException e) {
            throw new ServiceException("Cannot delete " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                throws IOException {
            if (failure != null) {
                throw failure;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
