package dev.backwright.judge.bench;

import dev.backwright.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How much longer everything takes here than on the machine the limits were made for, under the load it has.
///
/// @param factor by which limits of time grow; from 1, which leaves them as they are, to 6
/// @param start what a start of Node took, milliseconds
public record Pace(double factor, double start) {

    /// What it takes on a machine for which the limits are as they are; a laptop of ten years ago under some load.
    private static final double USUAL = 150;

    private static final double MOST = 6;
    private static final int STARTS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /// Limits stay as they are.
    public static final Pace USUAL_PACE = new Pace(1, 0);

    public Pace {
        if (factor < 1 || factor > MOST) {
            throw new IllegalArgumentException("a pace is from 1 to 6, got " + factor);
        }
    }

    /// Starts Node three times; the quickest counts, since one start may have met a busy moment.
    static Pace measured(Path toolbox) {
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < STARTS && quickest > USUAL; i++) {
            quickest = Math.min(quickest, millis(toolbox));
        }
        return of(quickest);
    }

    /// In quarters, so that equal machines have equal limits.
    static Pace of(double startMillis) {
        double quarters = Math.floor(startMillis / USUAL * 4) / 4;
        return new Pace(Math.clamp(quarters, 1, MOST), startMillis);
    }

    private static double millis(Path toolbox) {
        var node = toolbox.resolve("bin").resolve("node").toAbsolutePath().toString();
        long begin = System.nanoTime();
        try {
            var process =
                    new ProcessBuilder(node, "-e", "0")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return 0; // whoever runs it next will say why it does not start
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    public Limits of(Limits limits) {
        return factor == 1 ? limits : limits.withWall(of(limits.wall())).withCpu(of(limits.cpu()));
    }

    public Duration of(Duration limit) {
        return Duration.ofMillis(Math.round(limit.toMillis() * factor));
    }

    /// For reports and doctor; nothing where limits are as they are.
    public Optional<String> says() {
        return factor == 1
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "time × %s, since Node starts in %.0f ms here",
                                factor == Math.rint(factor)
                                        ? Long.toString(Math.round(factor))
                                        : Double.toString(factor),
                                start));
    }
}
