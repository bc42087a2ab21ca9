package dev.backwright.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A process that waited for a submission judges it as one that was started for it. For a project nothing waits.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmAndColdTest {

    private static final int READY = 10;

    /// Ids and tokens, which a program makes anew each time it runs, and times.
    private static final String BY_CHANCE =
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24}|[A-Za-z0-9_-]{20,}|[0-9]{13}";

    private Judge warm;
    private Judge cold;

    @BeforeAll
    void open(@TempDir Path home) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        var settings = JudgeSettings.of(Course.FOLDER, Course.TOOLBOX, home);
        warm = Judge.open(settings.withReady(READY));
        cold = Judge.open(settings.withReady(0));
    }

    @AfterAll
    void close() {
        warm.close();
        cold.close();
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void bothSayTheSame(Lab lab, FileTree files) throws InterruptedException {
        warm.expect(lab.id());
        if (lab.sheet().kind() != Lab.Kind.PROJECT) {
            awaitReady(Math.min(READY, processes(lab)));
        }
        assertEquals(outcomes(cold, lab, files), outcomes(warm, lab, files));
    }

    /// The solution of each lab that has changed since all its answers were judged, and of one of each sort; a wrong answer of each
    /// kind.
    static List<Arguments> submissions() {
        List<Arguments> all = new ArrayList<>();
        var sorts = new HashSet<List<Object>>();
        var kinds = EnumSet.noneOf(Lab.Kind.class);
        for (Lab lab : Course.asked().toList()) {
            boolean first = sorts.add(sort(lab));
            if (first || Course.isAsked(lab) || !Graded.isSeen(lab)) {
                all.add(argumentSet(lab.id() + " solution", lab, lab.solution()));
            }
            if (kinds.add(lab.sheet().kind())) {
                all.add(argumentSet(lab.id() + " wrong", lab, lab.files(lab.wrongs().getFirst())));
            }
        }
        return all;
    }

    /// What its sandbox is made ready with.
    private static List<Object> sort(Lab lab) {
        var sheet = lab.sheet();
        boolean typed = sheet.edit().stream().anyMatch(file -> file.endsWith(".ts"));
        return List.of(sheet.kind(), sheet.needs(), sheet.tls(), typed);
    }

    /// Tests run on each variant, everything else once for each check.
    private static int processes(Lab lab) {
        return lab.sheet().kind() == Lab.Kind.TESTS
                ? 1 + lab.variants().size()
                : lab.checks().size();
    }

    private static List<String> outcomes(Judge judge, Lab lab, FileTree files) {
        Report report = judge.judge(new Submission("s", lab.id(), files, 1, 1), Progress.NONE);
        return report.checks().stream()
                .map(check -> check.id() + " " + check.outcome() + " " + told(check.message()))
                .toList();
    }

    private static String told(@Nullable String message) {
        return message == null ? "" : message.replaceAll(BY_CHANCE, "…");
    }

    private void awaitReady(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (warm.ready() < count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        int ready = warm.ready();
        assertTrue(ready >= count, () -> "%d sandboxes stand ready".formatted(ready));
    }
}
