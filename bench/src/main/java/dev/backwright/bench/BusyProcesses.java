package dev.backwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One process for each processor that does nothing but compute, for as long as this one lives.
final class BusyProcesses implements AutoCloseable {

    /// It looks for its parent now and then: whoever kills us must not leave it behind.
    private static final String LOOP =
            """
            const parent = process.ppid;
            (function compute() {
              for (const end = Date.now() + 100; Date.now() < end; );
              if (process.ppid === parent) setImmediate(compute);
            })();
            """;

    private final List<Process> processes = new ArrayList<>();

    private BusyProcesses() {}

    static BusyProcesses start(Path toolbox) throws IOException {
        var busy = new BusyProcesses();
        try {
            for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
                busy.processes.add(
                        new ProcessBuilder(toolbox.resolve("bin/node").toString(), "-e", LOOP)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .redirectError(ProcessBuilder.Redirect.DISCARD)
                                .start());
            }
            return busy;
        } catch (IOException e) {
            busy.close();
            throw e;
        }
    }

    /// Whether all of them still compute.
    boolean areAlive() {
        return processes.stream().allMatch(Process::isAlive);
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
