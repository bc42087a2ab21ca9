package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a file somebody else may be playing with: each segment of its path is opened by the handle of the one before and
/// never through a link.
final class PlainFile {

    private PlainFile() {}

    /// @return at most `cap` bytes; null where there is no such plain file
    static byte @Nullable [] read(Path folder, String path, int cap) {
        try (var stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                return within(secure, Path.of(path), cap);
            }
            throw new SandboxException("This platform cannot read files without following links.");
        } catch (IOException e) {
            return null; // no such file, a link on the way, or no right to read it
        }
    }

    /// The plain files of a folder and of those in it, and their sizes; what cannot be read is left out.
    ///
    /// @param mostBytes of all paths together; beyond, the listing ends
    static SortedMap<String, Long> list(Path folder, int mostBytes) {
        var files = new TreeMap<String, Long>();
        try (var stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                collect(secure, "", mostBytes, files);
            }
            return files;
        } catch (IOException | DirectoryIteratorException e) {
            return files; // it is gone, or closed to us
        }
    }

    /// @return how many bytes are left for paths
    private static int collect(
            SecureDirectoryStream<Path> folder, String before, int bytes, Map<String, Long> into) {
        int left = bytes;
        for (var entry : folder) {
            var path = before + entry.getFileName();
            left -= path.length();
            if (left < 0) {
                return left;
            }
            left = look(folder, entry.getFileName(), path, left, into);
        }
        return left;
    }

    private static int look(
            SecureDirectoryStream<Path> folder,
            Path name,
            String path,
            int left,
            Map<String, Long> into) {
        try {
            var view =
                    folder.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            var attributes = view.readAttributes();
            if (attributes.isRegularFile()) {
                into.put(path, attributes.size());
            } else if (attributes.isDirectory()) {
                try (var inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    return collect(inner, path + "/", left, into);
                }
            }
            return left;
        } catch (IOException | DirectoryIteratorException e) {
            return left; // gone meanwhile, or closed to us
        }
    }

    private static byte @Nullable [] within(SecureDirectoryStream<Path> folder, Path path, int cap)
            throws IOException {
        var first = path.getName(0);
        if (path.getNameCount() == 1) {
            return content(folder, first, cap);
        }
        var rest = path.subpath(1, path.getNameCount());
        try (var next = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
            return within(next, rest, cap);
        }
    }

    private static byte @Nullable [] content(SecureDirectoryStream<Path> folder, Path name, int cap)
            throws IOException {
        var view =
                folder.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null || !view.readAttributes().isRegularFile()) {
            return null;
        }
        var how = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (var file = folder.newByteChannel(name, how)) {
            var buffer = ByteBuffer.allocate((int) Math.min(cap, file.size()));
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
                // until it is full or the file ends
            }
            return java.util.Arrays.copyOf(buffer.array(), buffer.position());
        }
    }
}
