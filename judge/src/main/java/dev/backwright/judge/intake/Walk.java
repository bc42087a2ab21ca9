package dev.backwright.judge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a folder into a basket without ever following a link. `.git` and `node_modules` are passed by.
public final class Walk extends SimpleFileVisitor<Path> {

    private static final int PATIENCE = 25;

    private final Path folder;
    private final Basket basket;

    private Walk(Path folder, Basket basket) {
        this.folder = folder;
        this.basket = basket;
    }

    /// Reads what lies below the folder.
    public static void into(Basket basket, Path folder) {
        if (!Files.isDirectory(folder)) {
            basket.refuse(
                    Files.exists(folder)
                            ? "%s is not a folder; name the folder your work is in."
                                    .formatted(Names.shown(folder.toString()))
                            : "There is no folder %s; name the folder your work is in."
                                    .formatted(Names.shown(folder.toString())));
            return;
        }
        try {
            Files.walkFileTree(folder, new Walk(folder, basket));
        } catch (IOException e) {
            basket.refuse("The folder could not be read to its end: " + e.getMessage());
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
        return isPassedBy(dir) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isPassedBy(file)) {
            return FileVisitResult.CONTINUE;
        }
        take(file, attributes);
        return basket.count() > basket.allowance().files() * PATIENCE
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        basket.refuse(
                Names.shown(name(file))
                        + " cannot be read; change its permissions or leave it out.");
        return FileVisitResult.CONTINUE;
    }

    private void take(Path file, BasicFileAttributes attributes) {
        String name = name(file);
        if (attributes.isSymbolicLink()) {
            basket.name(name);
            basket.refuse(Names.shown(name) + " is a link; put the file itself there.");
        } else if (!attributes.isRegularFile()) {
            basket.name(name);
            basket.refuse(Names.shown(name) + " is no plain file; leave it out.");
        } else if (attributes.size() > basket.allowance().fileBytes() || basket.isOverfull()) {
            heavy(name, attributes.size());
        } else {
            read(file, name);
        }
    }

    private void heavy(String name, long size) {
        if (basket.name(name) && size > basket.allowance().fileBytes()) {
            basket.tooLarge(name);
        }
        basket.weigh(size);
    }

    /// Reads one byte more than a file may have, so that one that grows meanwhile is still found too large.
    private void read(Path file, String name) {
        int cap = (int) Math.min(Integer.MAX_VALUE - 8L, basket.allowance().fileBytes() + 1);
        try (InputStream in = open(file)) {
            basket.put(name, in.readNBytes(cap));
        } catch (IOException e) {
            visitFileFailed(file, e);
        }
    }

    private static InputStream open(Path file) throws IOException {
        return java.nio.channels.Channels.newInputStream(
                Files.newByteChannel(
                        file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    private boolean isPassedBy(Path path) {
        @Nullable Path last = path.getFileName();
        return !path.equals(folder) && last != null && Names.isSkippedInFolder(last.toString());
    }

    private String name(Path path) {
        return folder.relativize(path).toString();
    }
}
