package dev.backwright.tracer.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real folder under its real path. Nothing outside it is there, symbolic links that lead out of it included.
public final class FolderFiles implements Files {

    private final Path root;
    private final String workingFolder;

    public FolderFiles(Path root) throws IOException {
        this.root = root.toRealPath();
        this.workingFolder = this.root.toString();
    }

    @Override
    public Kind kind(String path) {
        if (root.startsWith(path)) {
            return Kind.FOLDER;
        }
        return inside(path)
                .map(file ->
                        java.nio.file.Files.isDirectory(file)
                                ? Kind.FOLDER
                                : java.nio.file.Files.isRegularFile(file)
                                        ? Kind.FILE
                                        : Kind.NOTHING)
                .orElse(Kind.NOTHING);
    }

    @Override
    public byte[] read(String path) {
        try {
            return java.nio.file.Files.readAllBytes(inside(path).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> list(String path) {
        if (root.startsWith(path) && !root.equals(Path.of(path))) {
            return List.of(root.getName(Path.of(path).getNameCount()).toString());
        }
        try (Stream<Path> entries = java.nio.file.Files.list(inside(path).orElseThrow())) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String workingFolder() {
        return workingFolder;
    }

    /// The real file of a path, if it is one and lies in the folder.
    private Optional<Path> inside(String path) {
        try {
            return Optional.of(Path.of(path).toRealPath()).filter(file -> file.startsWith(root));
        } catch (IOException | java.nio.file.InvalidPathException nothingThere) {
            return Optional.empty();
        }
    }
}
