package dev.backwright.judge;

import dev.backwright.judge.bench.Bench;
import dev.backwright.judge.bench.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// A lab's own solution, for checks that are run from an IDE. Kept until JUnit ends.
final class OwnSolution {

    private OwnSolution() {}

    static Sitting sitting(ExtensionContext context, Namespace ours) {
        Class<?> checks = context.getRequiredTestClass();
        return context.getRoot()
                .getStore(ours)
                .computeIfAbsent(checks, key -> of(checks, context, ours), Sitting.class);
    }

    private static Sitting of(Class<?> checks, ExtensionContext context, Namespace ours) {
        JudgeSettings settings = settings();
        Workshop workshop =
                context.getRoot()
                        .getStore(ours)
                        .computeIfAbsent(
                                Workshop.class,
                                key -> WorkingJudge.workshop(settings),
                                Workshop.class);
        LabId id = LabId.of(checks.getPackageName().replace('.', '/'));
        Lab lab =
                Labs.load(settings.course())
                        .find(id)
                        .orElseThrow(() -> new JudgeException("there is no lab " + id));
        Bench bench = WorkingJudge.bench(workshop, lab, lab.solution(), 1);
        return new Sitting(bench, lab.checks(), Progress.NONE, new Stopwatch());
    }

    /// The checkout this runs in, from whichever of its folders.
    private static JudgeSettings settings() {
        Path place = Path.of("").toAbsolutePath();
        for (Path at = place; at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("course/labs"))) {
                Path home = Path.of(System.getProperty("java.io.tmpdir"), "backwright-ide");
                return JudgeSettings.of(at.resolve("course"), at.resolve("toolbox"), home);
            }
        }
        throw new JudgeException(
                "no course/labs in %s or above it; run checks from the checkout".formatted(place));
    }
}
