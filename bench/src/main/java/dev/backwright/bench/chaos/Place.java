package dev.backwright.bench.chaos;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// Where it all happens: a home of its own, and the course with one more lab.
///
/// @param academy the academy's jar
/// @param toolbox Node and packages
/// @param home of academy and judges; gone afterwards
record Place(Path academy, Path toolbox, Path home) {

    /// @param checkout where `course/` and the further lab lie
    static Place in(Path checkout, Path academy, Path area) throws IOException {
        var home = area.resolve("chaos-" + ProcessHandle.current().pid());
        Files.createDirectories(home);
        // as root, learners' processes run as another user, who has to get here
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var place = new Place(academy, checkout.resolve("toolbox"), home);
        copy(checkout.resolve("course/labs"), place.course().resolve("labs"));
        for (var file : new String[] {"misconceptions.yaml", "coverage.yaml"}) {
            Files.copy(checkout.resolve("course").resolve(file), place.course().resolve(file));
        }
        copy(checkout.resolve("bench/src/chaos/tally"), place.course().resolve("labs/data/tally"));
        var step = place.course().resolve("labs/data/step.yaml");
        Files.writeString(
                step, Files.readString(step).replaceFirst("order: \\[", "order: [tally, "));
        return place;
    }

    Path course() {
        return home.resolve("course");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var path : (Iterable<Path>) all::iterator) {
                var copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    void delete() throws IOException {
        Files.walkFileTree(
                home,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path folder, @org.jspecify.annotations.Nullable IOException e)
                            throws IOException {
                        Files.delete(folder);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
