package dev.backwright.bench;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// How long a verdict on a lab's solution takes inside the judge, from files given to report ready, phase by phase.
final class Verdicts {

    private final Judge judge;
    private final PrintStream out;

    Verdicts(Judge judge, PrintStream out) {
        this.judge = judge;
        this.out = out;
    }

    /// @param times readings; as many unread runs go before, until the Java machine is warm, 20 at most
    /// @param pause rest before each, in which a warm pool fills up
    void of(Lab lab, int times, long pause) throws InterruptedException {
        FileTree solution = lab.solution();
        Figures whole = new Figures();
        Map<String, Figures> phases = new TreeMap<>();
        for (int i = -Math.min(20, times); i < times; i++) {
            Thread.sleep(pause);
            long begin = System.nanoTime();
            Report report =
                    judge.judge(new Submission("bench", lab.id(), solution, 1, 1), Progress.NONE);
            double millis = (System.nanoTime() - begin) / 1e6;
            requirePassed(lab, report);
            if (i >= 0) {
                whole.add(millis);
                report.phases()
                        .forEach((phase, took) ->
                                phases.computeIfAbsent(phase, name -> new Figures()).add(took));
            }
        }
        out.printf(
                "%-24s %s  (%d checks, n=%d)%n",
                lab.id(), whole.told(), lab.checks().size(), times);
        phases.forEach((phase, took) -> out.printf("  %-22s %s%n", phase, took.told()));
    }

    private static void requirePassed(Lab lab, Report report) {
        if (report.verdict() != Report.Verdict.PASSED) {
            throw new IllegalStateException(lab.id() + " did not pass: " + report);
        }
    }
}
