package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Set;
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
