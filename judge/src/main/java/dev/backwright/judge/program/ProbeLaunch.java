package dev.backwright.judge.program;

import dev.backwright.judge.JudgeException;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How Node is started around the probe.
///
/// Node's permission model takes from the process what would open the probe's memory: the inspector, native addons,
/// `process.binding`, workers, children, and reading anything under `/proc`, `/sys` and `/dev`. It is a guard inside the
/// sandbox, not the sandbox.
final class ProbeLaunch {

    private static final Set<String> NEVER_READ = Set.of("proc", "sys", "dev");

    /// `node:test` takes its reporter from a flag only; the probe lays it there.
    private static final String REPORTER =
            "--test-reporter=data:text/javascript,export default globalThis.backwrightSink";

    private static final List<String> FLAGS = flags();

    private ProbeLaunch() {}

    /// The probe alone; it waits for its key before it looks at any file.
    static Launch of(Limits limits) {
        return started(limits, List.of());
    }

    /// As [#of], for a file of tests.
    ///
    /// @param flags of Node's test runner
    static Launch forTests(Limits limits, List<String> flags) {
        List<String> all = new ArrayList<>(List.of(REPORTER));
        all.addAll(flags);
        return started(limits, all);
    }

    private static Launch started(Limits limits, List<String> flags) {
        List<String> line = new ArrayList<>(FLAGS);
        line.addAll(flags);
        line.add(ProbeSource.FILE);
        return Launch.of(line.toArray(String[]::new))
                .withFiles(Map.of(ProbeSource.FILE, ProbeSource.text()))
                .withLimits(limits)
                .withControl();
    }

    private static List<String> flags() {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                "node",
                                "--permission",
                                "--freeze-flags-after-init", // a later setFlagsFromString ends the
                                // process
                                "--disable-sigusr1", // which would start the inspector
                                "--allow-fs-write=.",
                                "--allow-fs-write=../tmp",
                                "--allow-fs-write=/tmp",
                                "--allow-fs-read=.",
                                "--allow-fs-read=../node_modules", // not "..": that may be the root
                                "--allow-fs-read=../tmp"));
        readable().forEach(folder -> line.add("--allow-fs-read=" + folder));
        return List.copyOf(line);
    }

    /// Everything but the kernel's own folders; the sandbox decides what of it is there.
    private static List<Path> readable() {
        try (var folders = Files.list(Path.of("/"))) {
            return folders.filter(folder -> !NEVER_READ.contains(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new JudgeException("the root folder cannot be listed", e);
        }
    }
}
