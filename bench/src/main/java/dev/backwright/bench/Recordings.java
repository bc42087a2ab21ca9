package dev.backwright.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// What a recording costs: whole processes, started anew, started with a start-up cache, and waiting.
final class Recordings {

    /// By then a process that waits has booted and practised.
    private static final Duration UNTIL_WARM = Duration.ofSeconds(8);

    private final Path programs;
    private final Path jar;
    private final PrintStream out;

    /// @param jar the tracer's, with its start-up cache beside it
    Recordings(Path programs, Path jar, PrintStream out) {
        this.programs = programs;
        this.jar = jar;
        this.out = out;
    }

    void measure(int readings) throws IOException, InterruptedException {
        out.println(
                "| program | steps | bytes a step | compressed | cold ms | with cache ms | waiting ms | µs a step, waiting |");
        out.println("|---|---|---|---|---|---|---|---|");
        try (var files = Files.list(programs)) {
            for (Path file : files.sorted().toList()) {
                measure(file, readings);
            }
        }
    }

    private void measure(Path file, int readings) throws IOException, InterruptedException {
        var cold = new Figures();
        var cached = new Figures();
        var waiting = new Figures();
        byte[] trace = {};
        for (int i = 0; i < readings; i++) {
            cold.add(alone(file, false));
            cached.add(alone(file, true));
            long[] nanos = {0};
            trace = served(file, nanos);
            waiting.add(nanos[0] / 1e6);
        }
        int steps = JsonMapper.shared().readTree(trace).path("end").path("recorded").asInt();
        out.printf(
                "| %s | %,d | %.0f | %.1f | %.0f | %.0f | %.0f | %.0f |%n",
                file.getFileName(),
                steps,
                (double) trace.length / steps,
                (double) zipped(trace) / steps,
                cold.at(0.5),
                cached.at(0.5),
                waiting.at(0.5),
                waiting.at(0.5) * 1e3 / steps);
    }

    /// Milliseconds of a process that records one program and ends.
    private double alone(Path file, boolean cache) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var process =
                start(cache, "--json", file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the tracer ended with " + exit + " on " + file);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /// The trace of a process that waited for its program, as the academy asks for it.
    private byte[] served(Path file, long[] nanos) throws IOException, InterruptedException {
        var process = start(true, "--serve").start();
        Thread.sleep(UNTIL_WARM);
        String name = String.valueOf(file.getFileName());
        var task = Map.of("files", Map.of(name, Files.readString(file)), "main", name);
        long begun = System.nanoTime();
        try (var in = process.getOutputStream()) {
            in.write(
                    (JsonMapper.shared().writeValueAsString(task) + "\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        byte[] answer = process.getInputStream().readAllBytes();
        nanos[0] = System.nanoTime() - begun;
        process.waitFor();
        int end = 0;
        while (end < answer.length && answer[end] != '\n') {
            end++;
        }
        return Arrays.copyOf(answer, end);
    }

    private ProcessBuilder start(boolean cache, String... words) {
        var all = new ArrayList<String>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        all.addAll(
                List.of(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow"));
        if (cache) {
            all.add("-XX:AOTCache=" + jar.resolveSibling("tracer.aot"));
        }
        all.addAll(List.of("-jar", jar.toString()));
        all.addAll(List.of(words));
        return new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static int zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.size();
    }
}
