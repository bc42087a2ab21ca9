package dev.backwright.bench;

import dev.backwright.judge.Lab;
import dev.backwright.services.postgres.PostgresBinaries;
import dev.backwright.services.postgres.PostgresServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Warm verdicts beside what others do with the same exercise, and beside the same server without us.
///
/// @param home holds `rivals/`, as `measure.sh` lays it out
record Beside(Path toolbox, Path home, PrintStream out) {

    /// @param solution of `javascript/closures`
    void rivals(Solution solution, int rounds) throws IOException, InterruptedException {
        var rivals = new Rivals(toolbox, home.resolve("rivals"));
        read(solution, rivals.of(solution.lab()), rounds);
    }

    /// @param solution of `data/transactions`
    void bare(Solution solution, int rounds) throws IOException, InterruptedException {
        var binaries = PostgresBinaries.unpack(home.resolve("runtime"));
        Path area = PostgresServer.quickArea(home.resolve("run"));
        int processors = Runtime.getRuntime().availableProcessors();
        try (var postgres = PostgresServer.throwAway(binaries, area)) {
            read(
                    solution,
                    List.of(
                            bare(solution.lab(), postgres, 1),
                            bare(solution.lab(), postgres, processors)),
                    rounds);
        }
    }

    private Contestant bare(Lab lab, PostgresServer postgres, int atOnce) throws IOException {
        return new BareLab(lab, toolbox, home.resolve("bare"), postgres, atOnce);
    }

    private void read(Solution solution, List<Contestant> others, int rounds)
            throws IOException, InterruptedException {
        var sideBySide = new SideBySide(new WarmVerdict(solution), others);
        sideBySide.read(rounds);
        out.printf("%n%s, %d readings of each, milliseconds%n", solution.lab().id(), rounds);
        sideBySide.print(out);
    }
}
