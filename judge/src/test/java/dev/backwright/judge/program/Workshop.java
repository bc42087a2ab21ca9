package dev.backwright.judge.program;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Unmet;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.SandboxSettings;
import dev.backwright.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.Executable;

/// A real sandbox with real Node for a test class; programs opened in a test are closed after it.
final class Workshop implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    private final SandboxSettings.Kind kind;
    private final List<NodeProgram> open = new ArrayList<>();
    private Path runs = Path.of("");
    private @Nullable Sandbox sandbox;

    Workshop(SandboxSettings.Kind kind) {
        this.kind = kind;
    }

    static Workshop plain() {
        return new Workshop(SandboxSettings.Kind.PROCESS);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        runs = Files.createTempDirectory("program-test");
        Files.setPosixFilePermissions(runs, PosixFilePermissions.fromString("rwx--x--x"));
        sandbox = Sandboxes.open(SandboxSettings.of(toolbox(), runs).withKind(kind));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(NodeProgram::close);
        open.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Objects.requireNonNull(sandbox).close();
        try (var left = Files.walk(runs)) {
            left.sorted(Comparator.reverseOrder()).forEach(Workshop::delete);
        }
    }

    /// A program of these files: names and texts in turn.
    NodeProgram program(String... namesAndTexts) {
        return program(NodeProgram.Setup.of(files(namesAndTexts)));
    }

    NodeProgram program(NodeProgram.Setup setup) {
        NodeProgram program = NodeProgram.open(Objects.requireNonNull(sandbox), setup);
        open.add(program);
        return program;
    }

    static SortedMap<String, byte[]> files(String... namesAndTexts) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /// The failure a check ends with.
    static Unmet unmet(Executable check) {
        return assertThrows(Unmet.class, check);
    }

    private static Path toolbox() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("toolbox/bin/node"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("no toolbox/bin/node above the working folder");
        }
        return here.resolve("toolbox");
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
