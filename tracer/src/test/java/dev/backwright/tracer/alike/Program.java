package dev.backwright.tracer.alike;

import dev.backwright.tracer.generated.ExpressionPrograms;
import dev.backwright.tracer.generated.OrderPrograms;
import dev.backwright.tracer.generated.PrintingPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A program of the comparison: a file in a folder.
///
/// @param name `ordering/all-queues.cjs`
record Program(String name, Path file) {

    private static final Path WRITTEN = Path.of("src/test/programs");

    /// All of them, in a folder where they may write.
    ///
    /// A file of a category is a program; a folder of one is a program of several files, which begins with `main`.
    static List<Program> all(Path folder) throws IOException {
        copy(WRITTEN, folder);
        generate(folder.resolve("generated-order"), 60, OrderPrograms::from);
        generate(folder.resolve("generated-expressions"), 40, ExpressionPrograms::from);
        generate(folder.resolve("generated-printing"), 40, PrintingPrograms::from);
        var all = new ArrayList<Program>();
        for (Path category : list(folder)) {
            for (Path entry : list(category)) {
                mainOf(entry)
                        .forEach(file ->
                                all.add(new Program(folder.relativize(file).toString(), file)));
            }
        }
        return all;
    }

    /// Where it lies and runs.
    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    private static Stream<Path> mainOf(Path entry) throws IOException {
        if (!Files.isDirectory(entry)) {
            return entry.toString().endsWith("js") ? Stream.of(entry) : Stream.empty();
        }
        return list(entry).stream()
                .filter(file -> file.getFileName().toString().matches("main\\.[cm]?js"));
    }

    private static void generate(Path category, int count, LongFunction<String> maker)
            throws IOException {
        Files.createDirectories(category);
        LongStream.range(0, count)
                .forEach(seed ->
                        write(
                                category.resolve("seed-%02d.cjs".formatted(seed)),
                                maker.apply(seed)));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
