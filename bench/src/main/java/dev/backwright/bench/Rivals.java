package dev.backwright.bench;

import dev.backwright.judge.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The closures exercise as others run it: Node alone, its test runner, jest; and learnyounode with its smallest exercise.
final class Rivals {

    private final Path folder;
    private final String node;
    private final Map<String, String> cleared;

    /// @param folder a copy of `bench/src/rivals` with its packages installed
    Rivals(Path toolbox, Path folder) throws IOException {
        this.folder = folder;
        Path bin = toolbox.resolve("bin");
        this.node = bin.resolve("node").toString();
        this.cleared =
                Map.of(
                        "PATH", bin + ":/usr/local/bin:/usr/bin:/bin",
                        "HOME", Files.createDirectories(folder.resolve("home")).toString(),
                        "TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
    }

    /// Each with the lab's solution, and with a cleared environment unless it says otherwise.
    List<Contestant> of(Lab closures) throws IOException, InterruptedException {
        byte[] solution = closures.solution().files().get("closures.js");
        Path nodes = folder.resolve("node-test");
        Path jests = folder.resolve("jest");
        Files.write(nodes.resolve("closures.js"), solution);
        Files.write(jests.resolve("closures.js"), solution);
        return List.of(
                new Command(
                        "node closures.js, the shell's environment",
                        nodes,
                        null,
                        List.of(node, "closures.js")),
                command("node closures.js", nodes, "closures.js"),
                command("node --test", nodes, "--test", "closures.test.js"),
                command(
                        "node --test --test-isolation=none",
                        nodes,
                        "--test",
                        "--test-isolation=none",
                        "closures.test.js"),
                jest(jests),
                learnyounode());
    }

    /// With the options of Exercism's runner, but for its reporter.
    private Command jest(Path jests) {
        return command(
                "jest, as Exercism runs it",
                jests,
                installed("jest/bin/jest.js"),
                "closures.spec.js",
                "--noStackTrace",
                "--verbose=false",
                "--ci",
                "--runInBand",
                "--bail=1");
    }

    private Command learnyounode() throws IOException, InterruptedException {
        Path its = folder.resolve("learnyounode");
        String program = installed("learnyounode/bin/learnyounode");
        command("learnyounode select", its, program, "select", "HELLO WORLD").run();
        return command("learnyounode verify (HELLO WORLD)", its, program, "verify", "hello.js");
    }

    private String installed(String path) {
        return folder.resolve("node_modules").resolve(path).toString();
    }

    private Command command(String name, Path where, String... words) {
        return new Command(
                name, where, cleared, Stream.concat(Stream.of(node), Stream.of(words)).toList());
    }
}
