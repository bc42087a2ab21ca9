package dev.backwright.course;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Lab.Wrong;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The graders are graded: each lab's answers, right and wrong, go through the real judge; which of the wrong ones, says [Graded].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GradersTest {

    private Judge judge;

    @BeforeAll
    void open(@TempDir Path home) throws IOException {
        // As root the judge runs submissions under other users, who have to get through to their
        // folders.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        judge = Judge.open(JudgeSettings.of(Course.FOLDER, Course.TOOLBOX, home));
    }

    @AfterAll
    void close() {
        judge.close();
        Course.asked()
                .filter(lab -> !Graded.isSeen(lab))
                .forEach(lab -> System.out.println("Judged whole: " + Graded.line(lab)));
    }

    @ParameterizedTest
    @MethodSource
    void aRightAnswerPasses(Lab lab, FileTree files, long seed) {
        Report report = judged(lab, files, seed);
        assertEquals(Verdict.PASSED, report.verdict(), () -> told(report));
    }

    @ParameterizedTest
    @MethodSource
    void theStarterRunsAndFails(Lab lab) {
        Report report = judged(lab, lab.starter(), 1);
        assertEquals(Verdict.FAILED, report.verdict(), () -> told(report));
        assertTrue(
                report.checks().stream().noneMatch(check -> "start".equals(check.blockedBy())),
                () -> "it does not start: " + told(report));
        assertFalse(with(report, Outcome.FAILED).isEmpty(), () -> told(report));
    }

    @ParameterizedTest
    @MethodSource
    void aWrongAnswerFailsExactlyWhatItNames(Lab lab, Wrong wrong) {
        Report report = judged(lab, lab.files(wrong), 1);
        assertAll(
                told(report),
                () -> assertEquals(sorted(wrong.fails()), with(report, Outcome.FAILED), "fails"),
                () -> assertEquals(sorted(wrong.blocks()), with(report, Outcome.BLOCKED), "blocks"),
                () -> assertEquals(sorted(List.of()), with(report, Outcome.UNJUDGED), "unjudged"));
    }

    /// Each with a seed of its own.
    static List<Arguments> aRightAnswerPasses() {
        List<Arguments> all = new ArrayList<>();
        for (Lab lab : Course.asked().toList()) {
            long seed = 1;
            all.add(argumentSet(lab.id() + " solution", lab, lab.solution(), seed));
            for (var files : Graded.alternatives(lab)) {
                seed++;
                all.add(argumentSet(lab.id() + " alternative " + (seed - 1), lab, files, seed));
            }
        }
        return all;
    }

    static Stream<Arguments> theStarterRunsAndFails() {
        return Course.asked().map(lab -> argumentSet(lab.id().toString(), lab));
    }

    static Stream<Arguments> aWrongAnswerFailsExactlyWhatItNames() {
        return Course.asked()
                .flatMap(lab ->
                        Graded.wrongs(lab).stream()
                                .map(wrong ->
                                        argumentSet(lab.id() + " " + wrong.name(), lab, wrong)));
    }

    private Report judged(Lab lab, FileTree files, long seed) {
        return judge.judge(new Submission("standing", lab.id(), files, seed, 1), Progress.NONE);
    }

    private static SequencedSet<String> with(Report report, Outcome outcome) {
        return report.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .map(CheckResult::id)
                .sorted()
                .collect(toCollection(LinkedHashSet::new));
    }

    private static SequencedSet<String> sorted(Collection<String> ids) {
        return new LinkedHashSet<>(new TreeSet<>(ids));
    }

    private static String told(Report report) {
        return report.checks().stream()
                .filter(check -> check.outcome() != Outcome.PASSED)
                .map(check -> "%s %s: %s".formatted(check.outcome(), check.id(), check.message()))
                .collect(joining("\n  ", report.lab() + "\n  ", "\n"));
    }
}
