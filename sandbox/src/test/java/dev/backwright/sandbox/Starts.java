package dev.backwright.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Sandboxes that are closed while they still start.
final class Starts {

    private static final int LAST_MILLISECOND = 60;
    private static final int SIDE_BY_SIDE = 3;

    private Starts() {}

    /// Closes one at each millisecond of a start: whichever step that hits, no process and no folder may remain.
    ///
    /// @param runs where the sandbox has its folders
    /// @return what remains, or an empty text
    static String closed(Sandbox sandbox, Path runs) throws Exception {
        var before = folders(runs);
        try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var all =
                    IntStream.range(0, LAST_MILLISECOND)
                            .mapToObj(millis -> threads.submit(() -> close(sandbox, millis)))
                            .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        return left(runs, before);
    }

    private static Void close(Sandbox sandbox, int millis) throws InterruptedException {
        var running = sandbox.start(Given.script("setInterval(() => {}, 1e6)"));
        Thread.sleep(millis);
        running.close();
        return null;
    }

    private static String left(Path runs, List<Path> before)
            throws IOException, InterruptedException {
        var folders = folders(runs).stream().filter(one -> !before.contains(one)).toList();
        if (!folders.isEmpty()) {
            return "these folders are left: " + folders;
        }
        for (long end = System.nanoTime() + Duration.ofSeconds(5).toNanos(); ; ) {
            var processes =
                    ProcessHandle.allProcesses()
                            .filter(process -> mentionsAnother(process, runs, before))
                            .toList();
            if (processes.isEmpty()) {
                return "";
            }
            if (System.nanoTime() > end) {
                return "these processes are left: " + processes;
            }
            Thread.sleep(20);
        }
    }

    private static List<Path> folders(Path runs) throws IOException {
        try (var all = Files.walk(runs, 2)) {
            return all.toList();
        }
    }

    /// Reads the whole command line, of which Java shows but the first page.
    private static boolean mentionsAnother(ProcessHandle process, Path runs, List<Path> before) {
        try {
            var line =
                    Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"), ISO_8859_1);
            return Arrays.stream(line.split("\0", -1))
                    .filter(word -> word.startsWith(runs.toString()))
                    .anyMatch(word -> before.stream().noneMatch(run -> isBelow(word, run, runs)));
        } catch (IOException e) {
            return false; // ended meanwhile
        }
    }

    private static boolean isBelow(String word, Path run, Path runs) {
        return run.getNameCount() == runs.getNameCount() + 2 && Path.of(word).startsWith(run);
    }
}
