package dev.backwright.tracer.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.tracer.generated.ExpressionPrograms;
import dev.backwright.tracer.generated.OrderPrograms;
import dev.backwright.tracer.generated.PrintingPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every program prints and exits in the recorder's Node as it does in the pinned one.
final class ProgramsTest {

    private static final Path PROGRAMS = Path.of("src/test/programs").toAbsolutePath();
    private static final Path GENERATED = Path.of("target/generated-programs").toAbsolutePath();
    private static final int SEEDS = Integer.getInteger("seeds", 10);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final Engine ENGINE = NodeProcess.engine();

    @AfterAll
    static void stop() {
        ENGINE.close();
    }

    @TestFactory
    Stream<DynamicTest> writtenPrograms() throws IOException {
        String only = System.getProperty("program", "");
        return programs().stream()
                .filter(program -> program.toString().contains(only))
                .map(program -> test(PROGRAMS.relativize(program).toString(), program));
    }

    @TestFactory
    Stream<DynamicTest> generatedPrograms() {
        return Stream.of(
                        generated("order", OrderPrograms::from),
                        generated("printing", PrintingPrograms::from),
                        generated("expressions", ExpressionPrograms::from))
                .flatMap(tests -> tests);
    }

    /// Files of their own in a folder of their kind, and `main` files in folders of their own.
    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(file -> file.toString().matches(".*\\.[cm]?js"))
                    .filter(file ->
                            PROGRAMS.relativize(file).getNameCount() == 2
                                    || file.getFileName().toString().startsWith("main."))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<DynamicTest> generated(String kind, LongFunction<String> program) {
        return LongStream.range(0, SEEDS)
                .mapToObj(seed -> test(kind + " " + seed, write(kind, seed, program.apply(seed))));
    }

    private static Path write(String kind, long seed, String text) {
        try {
            Files.createDirectories(GENERATED);
            return Files.writeString(GENERATED.resolve(kind + "-" + seed + ".cjs"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DynamicTest test(String name, Path program) {
        return DynamicTest.dynamicTest(
                name,
                program.toUri(),
                () -> {
                    Outcome ours = ours(program);
                    assertEquals(RealNode.run(program, ours), ours, name);
                });
    }

    private static Outcome ours(Path program) throws IOException {
        var output = new StringBuilder();
        var files = new FolderFiles(Objects.requireNonNull(program.getParent()));
        try (var process = NodeProcess.boot(ENGINE, files, printingTo(output))) {
            Ending ending = process.run(program.toRealPath().toString(), List.of(), LIMIT);
            return new Outcome(output.toString(), ending.exit());
        }
    }

    private static Observer printingTo(StringBuilder output) {
        return new Observer() {
            @Override
            public void prints(int descriptor, String text) {
                if (descriptor == 1) {
                    output.append(text);
                }
            }
        };
    }
}
