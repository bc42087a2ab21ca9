package dev.backwright.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Readings of several things in turns: one of each per round, so all meet the same machine in the same minutes.
final class SideBySide {

    /// Unread rounds: by then files are cached, and the compilers of Java have seen the judge at work.
    private static final int UNREAD = 2;

    private static final int UNREAD_OF_OURS = 20;

    private final Contestant ours;
    private final Map<Contestant, Figures> figures = new LinkedHashMap<>();

    /// @param ours what the others are compared with
    SideBySide(Contestant ours, List<Contestant> others) {
        this.ours = ours;
        figures.put(ours, new Figures());
        others.forEach(other -> figures.put(other, new Figures()));
    }

    void read(int rounds) throws IOException, InterruptedException {
        for (int i = 0; i < Math.min(rounds, UNREAD_OF_OURS); i++) {
            millis(ours);
        }
        for (int i = -UNREAD; i < rounds; i++) {
            for (var each : figures.entrySet()) {
                double millis = millis(each.getKey());
                if (i >= 0) {
                    each.getValue().add(millis);
                }
            }
        }
    }

    private static double millis(Contestant contestant) throws IOException, InterruptedException {
        contestant.prepare();
        long begin = System.nanoTime();
        contestant.run();
        double millis = (System.nanoTime() - begin) / 1e6;
        contestant.settle();
        return millis;
    }

    /// A line for each; the last column is our median divided by its median.
    void print(PrintStream out) {
        double median = median(ours);
        figures.forEach((each, figures) ->
                out.printf(
                        Locale.ROOT,
                        "%-52s %s  ours/this %5.2f%n",
                        each.name(),
                        figures.told(),
                        median / median(each)));
    }

    private double median(Contestant contestant) {
        return figures.getOrDefault(contestant, new Figures()).at(0.5);
    }
}
