package dev.backwright.cli;

import dev.backwright.cli.doctor.Trial;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Opens a sandbox as a judge with these settings would, and closes it again.
final class SandboxTrial {

    private SandboxTrial() {}

    static Trial of(JudgeSettings settings) {
        if (!Files.exists(settings.toolbox().resolve("bin/node"))) {
            return new Trial.Untried("there is no Node in " + settings.toolbox());
        }
        try {
            Machine machine = machine(settings);
            return new Trial.Tried(machine.isolation(), machine.limits(), machine.warnings());
        } catch (JudgeException e) {
            return new Trial.Refused(String.valueOf(e.getMessage()));
        }
    }

    /// Where the home is not made yet, in a folder that goes again.
    private static Machine machine(JudgeSettings settings) {
        if (Files.isDirectory(settings.home())) {
            return Judge.machine(settings);
        }
        try {
            Path home = Files.createTempDirectory("backwright-doctor");
            try {
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
                return Judge.machine(
                        JudgeSettings.of(settings.course(), settings.toolbox(), home)
                                .withPeople(settings.people()));
            } finally {
                remove(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
