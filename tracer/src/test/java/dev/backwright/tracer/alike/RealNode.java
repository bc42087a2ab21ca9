package dev.backwright.tracer.alike;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The pinned Node.
final class RealNode {

    private static final Path NODE = Path.of("../toolbox/bin/node").toAbsolutePath().normalize();

    private RealNode() {}

    static Shown run(Program program) {
        var builder = new ProcessBuilder(NODE.toString(), program.file().getFileName().toString());
        builder.directory(program.folder().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NODE_"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Shown(out, process.waitFor());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
