package dev.backwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.cli.doctor.Doctor;
import dev.backwright.cli.doctor.Finding;
import dev.backwright.cli.doctor.Trial;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `doctor` says of this machine, beside what a judge and the docs say.
class SandboxTrialTest {

    private @TempDir Path folder = Path.of("");

    private static List<Finding> looked(JudgeSettings settings) {
        return new Doctor(settings.toolbox(), settings.home(), SandboxTrial.of(settings)).look();
    }

    private JudgeSettings settings() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return JudgeSettings.of(
                root.resolve("course"), root.resolve("toolbox"), folder.resolve("home"));
    }

    @Test
    void isolationAndLimitsAreThoseOfAReport() {
        JudgeSettings settings = settings();
        List<Finding> findings = looked(settings);

        String limits = String.join("; ", Judge.machine(settings).limits());
        assertEquals(List.of(limits), seen(findings, "limits"));
        String isolation = seen(findings, "isolation").getFirst();
        assertTrue(
                isolation.startsWith("namespaces") || isolation.startsWith("process"), isolation);
    }

    private static List<String> seen(List<Finding> findings, String what) {
        return findings.stream().filter(f -> f.what().equals(what)).map(Finding::seen).toList();
    }

    @Test
    void aToolboxWithoutNodeIsNotTried() {
        var settings = JudgeSettings.of(folder, folder, folder);

        assertInstanceOf(Trial.Untried.class, SandboxTrial.of(settings));
    }

    @Test
    void whatIsLookedAtStandsInTheDocs() throws Exception {
        List<String> looked = looked(settings()).stream().map(Finding::what).toList();

        assertEquals(looked, firstColumn("| `doctor` looks at |"));
        List<String> limits = firstColumn("| limit |");
        for (String limit : Judge.machine(settings()).limits()) {
            assertTrue(limits.contains(limit.replaceFirst(" by .*", "")), limit);
        }
    }

    /// Of the table in docs/platforms.md that begins so, without its head.
    private static List<String> firstColumn(String head) throws IOException {
        return Files.readAllLines(Path.of("../docs/platforms.md")).stream()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1)[1].strip())
                .toList();
    }
}
