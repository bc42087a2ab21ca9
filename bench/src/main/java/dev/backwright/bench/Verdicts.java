package dev.backwright.bench;

import dev.backwright.judge.Report;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/// How long a verdict on a lab's solution takes inside the judge, from files given to report ready, phase by phase.
record Verdicts(PrintStream out) {

    /// @param times readings; as many unread runs go before, until the Java machine is warm, 20 at most
    /// @param pause rest before each, in which a warm pool fills up
    void of(Solution solution, int times, long pause) throws InterruptedException {
        Figures whole = new Figures();
        Map<String, Figures> phases = new TreeMap<>();
        for (int i = -Math.min(20, times); i < times; i++) {
            Thread.sleep(pause);
            long begin = System.nanoTime();
            Report report = solution.judged();
            double millis = (System.nanoTime() - begin) / 1e6;
            if (i >= 0) {
                whole.add(millis);
                report.phases()
                        .forEach((phase, took) ->
                                phases.computeIfAbsent(phase, name -> new Figures()).add(took));
            }
        }
        out.printf(
                "%-24s %s  (%d checks, n=%d)%n",
                solution.lab().id(), whole.told(), solution.lab().checks().size(), times);
        phases.forEach((phase, took) -> out.printf("  %-22s %s%n", phase, took.told()));
    }
}
