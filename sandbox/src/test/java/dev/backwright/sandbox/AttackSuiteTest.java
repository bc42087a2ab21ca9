package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Every attack on every sandbox that must hold it, as whoever runs the tests, and where that is root also as an
/// ordinary user.
@Timeout(300)
final class AttackSuiteTest {

    private static final int ORDINARY = 64_123;

    @TempDir static Path folder;

    @Test
    void noAttackLiesIdle() throws Exception {
        var files = Path.of("src/test/resources/attacks");
        try (var all = Files.list(files)) {
            var names = all.map(file -> file.getFileName().toString()).sorted().toList();
            var run =
                    Stream.concat(Stream.of("README.md"), Attack.all().stream().map(Attack::name));
            assertEquals(run.sorted().toList(), names);
        }
    }

    @TestFactory
    Stream<DynamicTest> namespacesHold() throws Exception {
        return here(Kind.NAMESPACES);
    }

    @TestFactory
    Stream<DynamicTest> plainProcessesHold() throws Exception {
        return here(Kind.PROCESS);
    }

    @TestFactory
    Stream<DynamicTest> namespacesOfAnOrdinaryUserHold() throws Exception {
        return asAnOrdinaryUser(Kind.NAMESPACES);
    }

    @TestFactory
    Stream<DynamicTest> plainProcessesOfAnOrdinaryUserHold() throws Exception {
        return asAnOrdinaryUser(Kind.PROCESS);
    }

    private static Stream<DynamicTest> here(Kind kind) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self")), "attacks are written for Linux");
        var own = open(Files.createDirectories(folder.resolve("here-" + kind)));
        try (var round = new AttackRound(kind, Given.TOOLBOX, own)) {
            return round.problems().entrySet().stream()
                    .map(trial -> told(trial.getKey(), trial.getValue()));
        }
    }

    private static DynamicTest told(String trial, String problem) {
        return dynamicTest(
                trial,
                () -> {
                    assumeFalse(
                            needsPerl(trial),
                            "perl, which makes system calls by number, is not here");
                    assertEquals("", problem);
                });
    }

    private static boolean needsPerl(String trial) {
        return trial.contains(".pl ") && !Files.isExecutable(Path.of("/usr/bin/perl"));
    }

    private static Stream<DynamicTest> asAnOrdinaryUser(Kind kind) throws Exception {
        assumeTrue(Users.weAreRoot(), "whoever runs the tests is an ordinary user");
        var own = open(Files.createDirectories(folder.resolve("user-" + kind)));
        var line = new ArrayList<>(Host.dropping(ORDINARY));
        line.addAll(
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx96m",
                        "-cp",
                        classes(own),
                        AttackRound.class.getName(),
                        kind.name(),
                        toolbox(own).toString(),
                        Files.createDirectory(own.resolve("work")).toString()));
        Trees.giveTo(ORDINARY, own.resolve("work"));
        var errors = own.resolve("errors").toFile();
        var child = new ProcessBuilder(line).directory(own.toFile()).redirectError(errors).start();
        var told =
                new String(
                        child.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), () -> told + read(errors.toPath()));
        return told.lines().map(one -> one.split("\t", 2)).map(words -> told(words[0], words[1]));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// What that user needs of this build, where it can be reached.
    private static String classes(Path own) throws IOException {
        var copies = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(":", -1)) {
            var from = Path.of(entry);
            if (Files.isDirectory(from)) {
                var to = own.resolve("classes" + copies.size());
                copy(from, to);
                copies.add(to.toString());
            }
        }
        return String.join(":", copies);
    }

    private static Path toolbox(Path own) throws IOException {
        var toolbox = own.resolve("toolbox");
        Files.createDirectories(toolbox.resolve("node_modules"));
        open(Files.createDirectories(toolbox.resolve("bin")));
        var node = Given.TOOLBOX.resolve("bin/node").toRealPath();
        Files.copy(node, toolbox.resolve("bin/node"));
        return toolbox;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one).toString()));
            }
        }
    }

    private static Path open(Path own) throws IOException {
        for (var one : Arrays.asList(folder, own)) {
            Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return own;
    }
}
