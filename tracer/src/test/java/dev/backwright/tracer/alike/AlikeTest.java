package dev.backwright.tracer.alike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Hundreds of programs, in the pinned Node and in the recorder's: standard output and exit code are the same.
final class AlikeTest {

    /// Programs known to differ, one to a line with the reason behind it. Each has to differ, else it comes off the list.
    private static final Path DIFFERENT = Path.of("src/test/different.txt");

    private static final int AT_LEAST = 300;

    /// Real Node's timers are real, and a busy machine may be late.
    private static final int ASKED_AGAIN = 3;

    @TempDir static Path folder;

    private static final OurNode OURS = new OurNode();
    private static final ExecutorService REAL = Executors.newFixedThreadPool(2);

    @AfterAll
    static void close() {
        OURS.close();
        REAL.close();
    }

    @TestFactory
    Stream<DynamicTest> programsDoHereWhatTheyDoInNode() throws IOException {
        var different = different();
        var programs = Program.all(folder);
        assertTrue(programs.size() - different.size() >= AT_LEAST, programs.size() + " programs");
        return programs.stream()
                .map(program -> {
                    var real = CompletableFuture.supplyAsync(() -> RealNode.run(program), REAL);
                    return DynamicTest.dynamicTest(
                            program.name(),
                            () -> compare(program, real.join(), different.get(program.name())));
                })
                .toList()
                .stream();
    }

    private static void compare(Program program, Shown real, @Nullable String reason)
            throws IOException {
        var ours = OURS.run(program);
        if (reason != null) {
            assertNotEquals(
                    real, ours, program.name() + " no longer differs: take it off the list");
            return;
        }
        var node = real;
        for (int i = 0; i < ASKED_AGAIN && !node.equals(ours); i++) {
            node = RealNode.run(program);
        }
        assertEquals(node.toString(), ours.toString(), program.name());
    }

    private static Map<String, String> different() throws IOException {
        try (var lines = Files.lines(DIFFERENT)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        }
    }
}
