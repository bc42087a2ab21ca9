package dev.backwright.services;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Runs a program in the real Node with the real driver, which finds the wire in a variable; what it prints comes back.
public final class Node {

    private static final Path TOOLBOX = Path.of("..", "toolbox").toAbsolutePath().normalize();

    private Node() {}

    public static String run(Path folder, String variable, String url, String program)
            throws Exception {
        Path file = Files.writeString(folder.resolve("program.cjs"), program);
        Path modules = folder.resolve("node_modules");
        if (!Files.exists(modules)) {
            Files.createSymbolicLink(modules, TOOLBOX.resolve("node_modules"));
        }
        var builder = new ProcessBuilder(TOOLBOX.resolve("bin/node").toString(), file.toString());
        builder.environment().put(variable, url);
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("node ended with " + process.exitValue() + ": " + output);
        }
        return output.strip();
    }
}
