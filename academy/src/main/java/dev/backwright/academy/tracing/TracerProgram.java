package dev.backwright.academy.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The tracer as a program: where it is and how it is started.
///
/// @param jar its jar, with what it needs in `lib/` beside it; a start-up cache of the same name is used if there
/// @param heap megabytes a recorded program and its recording may take
record TracerProgram(Path jar, int heap) {

    /// Where the door and the build put it.
    static final String PROPERTY = "backwright.tracer";

    private static final int HEAP = 384;

    static TracerProgram here() {
        return new TracerProgram(
                Path.of(System.getProperty(PROPERTY, "tracer/target/tracer.jar"))
                        .toAbsolutePath()
                        .normalize(),
                HEAP);
    }

    /// Starts one that waits for its program.
    ///
    /// @throws TracerFailure when there is none
    Process start() {
        if (!Files.isReadable(jar)) {
            throw new TracerFailure(
                    "The recorder is not at %s; ./backwright builds it.".formatted(jar));
        }
        var builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.directory(jar.resolveSibling("lib").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new TracerFailure("The recorder could not be started: " + e.getMessage(), e);
        }
    }

    private List<String> command() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(
                List.of(
                        "-Xmx" + heap + "m",
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-Xlog:all=error:stderr",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1"));
        var cache = jar.resolveSibling("tracer.aot");
        if (Files.isReadable(cache)) {
            words.add("-XX:AOTCache=" + cache);
        }
        words.addAll(List.of("-jar", jar.toString(), "--serve"));
        return words;
    }
}
