package dev.backwright.course;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A solution passes however often it is judged, whatever else the machine has to do. `bench/measure.sh repeats` asks the same of
/// all answers, and longer.
class RepeatsTest {

    private static final int ROUNDS = 20;
    private static final int FEWEST_ROUNDS = 1;
    private static final int ATTEMPTS = 3;

    /// Other tests judge solutions with the first.
    private static final long SEED = 2;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /// No round but the fewest begins after it: the rest of the build waits for this test.
    private static final Duration SPAN = Duration.ofSeconds(80);

    @Test
    void noVerdictChangesUnderLoad(@TempDir Path home) throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        var settings = JudgeSettings.of(Course.FOLDER, Course.TOOLBOX, home);
        var done = new AtomicBoolean();
        keepBusy(done);
        try (Judge judge = Judge.open(settings)) {
            System.out.println(rounds(judge) + " rounds of every solution under load");
        } finally {
            done.set(true);
        }
    }

    private static void keepBusy(AtomicBoolean done) {
        for (int i = 0; i < PROCESSORS; i++) {
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        while (!done.get()) {
                            Thread.onSpinWait();
                        }
                    });
        }
    }

    private static int rounds(Judge judge) throws Exception {
        long end = System.nanoTime() + SPAN.toNanos();
        int round = 0;
        try (var threads = Executors.newFixedThreadPool(PROCESSORS)) {
            while (round < FEWEST_ROUNDS || (round < ROUNDS && System.nanoTime() < end)) {
                List<Callable<Report>> all = new ArrayList<>();
                Course.labs().forEach(lab -> all.add(() -> judged(judge, lab)));
                for (Future<Report> report : threads.invokeAll(all)) {
                    assertEquals(Verdict.PASSED, report.get().verdict(), report.get()::toString);
                }
                round++;
            }
        }
        return round;
    }

    /// As an academy does it: what could not be judged is judged again.
    private static Report judged(Judge judge, Lab lab) {
        Report report = judged(judge, lab, 1);
        for (int i = 2; i <= ATTEMPTS && report.verdict() == Verdict.UNJUDGED; i++) {
            report = judged(judge, lab, i);
        }
        return report;
    }

    private static Report judged(Judge judge, Lab lab, int attempt) {
        var submission = new Submission("repeated", lab.id(), lab.solution(), SEED, attempt);
        return judge.judge(submission, Progress.NONE);
    }
}
