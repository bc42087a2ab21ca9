package dev.backwright.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import dev.backwright.judge.LiveRun;
import dev.backwright.judge.Machine;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.RanOn;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Beside a judge that says what a test has it say.
class RepeatedVerdictsTest {

    private static final Lab LAB =
            Labs.load(Path.of("../course")).find(LabId.of("javascript/closures")).orElseThrow();
    private static final Answer SOLUTION = Answer.of(LAB).getFirst();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger verdicts = new AtomicInteger();
    private @TempDir Path home = Path.of("");

    /// @param outcome of the first check, by the number of the verdict; the others pass
    private boolean reach(int rounds, BooleanSupplier stopped, IntFunction<Outcome> outcome)
            throws InterruptedException {
        return new Repeats(
                        new Saying(verdicts, outcome),
                        Ledger.open(home.resolve("ledger.tsv")),
                        home.resolve("changed"),
                        stopped,
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .reach(rounds, List.of(SOLUTION));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatStaysTheSameIsCountedAndGoneOnWith() throws Exception {
        assertTrue(reach(2, () -> false, n -> Outcome.PASSED));
        assertTrue(reach(5, () -> false, n -> Outcome.PASSED));
        assertEquals(5, verdicts.get());
        assertTrue(printed().contains("round 5 of 5: 5 verdicts, 0 changed, 0 judged again"));
        assertTrue(printed().contains("1 of 1 answers were judged 5 times"), printed());
        assertTrue(reach(5, () -> false, n -> Outcome.FAILED), "nothing is left to be done");
    }

    @Test
    void aVerdictThatChangesIsToldAndKept() throws Exception {
        assertFalse(reach(3, () -> false, n -> n == 2 ? Outcome.FAILED : Outcome.PASSED));
        String check = LAB.checks().keySet().iterator().next();
        assertTrue(
                printed()
                        .contains(
                                "CHANGED javascript/closures solution, round 2: %s passed → failed"
                                        .formatted(check)),
                printed());
        assertTrue(
                Files.readString(home.resolve("changed/javascript-closures-solution-2.json"))
                        .contains("\"failed\""));
        assertFalse(reach(3, () -> false, n -> Outcome.PASSED), "it is not forgotten");
    }

    @Test
    void theFirstVerdictHasToBeTheOneTheLabNames() throws Exception {
        assertFalse(reach(1, () -> false, n -> Outcome.FAILED));
        assertTrue(printed().contains("CHANGED"), printed());
    }

    @Test
    void whatCannotBeJudgedIsJudgedAgain() throws Exception {
        assertTrue(reach(1, () -> false, n -> n < 3 ? Outcome.UNJUDGED : Outcome.PASSED));
        assertTrue(printed().contains("1 verdicts, 0 changed, 2 judged again"), printed());
        assertFalse(reach(2, () -> false, n -> Outcome.UNJUDGED));
        assertEquals(6, verdicts.get());
    }

    @Test
    void whatIsNotJudgedHereDiffersFromNothing() throws Exception {
        assertTrue(reach(2, () -> false, n -> Outcome.NOT_JUDGED_HERE));
    }

    @Test
    void aVerdictThatEndsAfterItWasStoppedCountsForNothing() throws Exception {
        assertTrue(
                reach(9, () -> verdicts.get() > 2, n -> n > 2 ? Outcome.FAILED : Outcome.PASSED));
        assertEquals(3, verdicts.get());
        assertTrue(printed().contains("0 of 1 answers were judged 9 times; in all 2 verdicts"));
    }

    @Test
    void anAnswerThatHasChangedBeginsAnew() throws Exception {
        assertTrue(reach(2, () -> false, n -> Outcome.PASSED));
        var ledger = Ledger.open(home.resolve("ledger.tsv"));
        var other =
                new Answer(
                        LAB, SOLUTION.name(), LAB.starter(), SOLUTION.fails(), SOLUTION.blocks());
        assertEquals(2, ledger.of(SOLUTION).rounds());
        assertEquals(0, ledger.of(other).rounds());
    }

    @Test
    void busyProcessesEndWithUs() throws IOException, InterruptedException {
        var busy = BusyProcesses.start(Path.of("../toolbox"));
        Thread.sleep(300);
        assertTrue(busy.areAlive());
        busy.close();
        while (busy.areAlive()) {
            Thread.sleep(5);
        }
    }

    private record Saying(AtomicInteger verdicts, IntFunction<Outcome> outcome) implements Judge {

        @Override
        public Report judge(Submission submission, Progress progress) {
            Outcome first = outcome.apply(verdicts.incrementAndGet());
            List<CheckResult> checks =
                    LAB.checks().keySet().stream()
                            .map(id -> result(id, id.equals(firstCheck()) ? first : Outcome.PASSED))
                            .toList();
            Verdict verdict =
                    switch (first) {
                        case FAILED -> Verdict.FAILED;
                        case UNJUDGED -> Verdict.UNJUDGED;
                        default -> Verdict.PASSED;
                    };
            return new Report(
                    1,
                    submission.id(),
                    LAB.id().toString(),
                    LAB.digest(),
                    "test",
                    1,
                    submission.attempt(),
                    verdict,
                    checks,
                    Map.of(),
                    new RanOn("v24", "process", Map.of()),
                    null);
        }

        private static String firstCheck() {
            return LAB.checks().keySet().iterator().next();
        }

        private static CheckResult result(String id, Outcome outcome) {
            return new CheckResult(id, id, outcome, null, null, 0, 1, false, List.of());
        }

        @Override
        public Optional<String> hindrance() {
            return Optional.empty();
        }

        @Override
        public void expect(LabId lab) {}

        @Override
        public int ready() {
            return 0;
        }

        @Override
        public LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Machine machine() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
