package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RenewedJudgeTest {

    private static final Submission SUBMISSION =
            new Submission("1", LabId.of("a/b"), new FileTree(new TreeMap<>()), 1, 1);

    private final List<Scripted> opened = new ArrayList<>();
    private volatile Function<Integer, @Nullable Outcome> outcome = number -> Outcome.PASSED;

    @Test
    void aFaultOfOursIsTriedAgainOnAnotherJudge() {
        outcome = number -> number == 1 ? Outcome.UNJUDGED : Outcome.PASSED;
        try (var judge = Judge.renewed(this::open)) {
            judge.expect(LabId.of("a/b"));
            assertEquals("1", judge.judge(SUBMISSION, Progress.NONE).judge());
            assertEquals("2", judge.judge(SUBMISSION, Progress.NONE).judge());
            assertEquals("2", judge.judge(SUBMISSION, Progress.NONE).judge());
        }
        assertEquals(2, opened.size());
        assertEquals(LabId.of("a/b"), opened.get(1).expected, "the fresh one prepares the same");
        assertTrue(opened.stream().allMatch(it -> it.closed.get() == 1), "each is closed, once");
    }

    @Test
    void oneThatThrowsIsGivenUp() {
        outcome = number -> number == 1 ? null : Outcome.PASSED;
        try (var judge = Judge.renewed(this::open)) {
            assertThrows(JudgeException.class, () -> judge.judge(SUBMISSION, Progress.NONE));
            assertEquals("2", judge.judge(SUBMISSION, Progress.NONE).judge());
        }
    }

    @Test
    void aLearnersFailureChangesNothing() {
        outcome = number -> Outcome.FAILED;
        try (var judge = Judge.renewed(this::open)) {
            judge.judge(SUBMISSION, Progress.NONE);
            judge.judge(SUBMISSION, Progress.NONE);
        }
        assertEquals(1, opened.size());
    }

    @Test
    void whatIsUnderWayOnTheOldOneGoesOnThere() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        outcome = number -> Outcome.PASSED;
        try (var judge = Judge.renewed(this::open);
                var threads = Executors.newSingleThreadExecutor()) {
            opened.getFirst().meanwhile =
                    () -> {
                        begun.countDown();
                        await(goOn);
                    };
            var slow = threads.submit(() -> judge.judge(SUBMISSION, Progress.NONE));
            begun.await();
            opened.getFirst().meanwhile = () -> {};
            outcome = number -> number == 1 ? Outcome.UNJUDGED : Outcome.PASSED;
            judge.judge(SUBMISSION, Progress.NONE);
            assertEquals("2", judge.judge(SUBMISSION, Progress.NONE).judge());
            assertEquals(0, opened.getFirst().closed.get(), "somebody still uses it");
            goOn.countDown();
            assertEquals("1", slow.get(10, TimeUnit.SECONDS).judge());
        }
        assertEquals(1, opened.getFirst().closed.get());
    }

    @Test
    void onlyWhatIsOurFaultIsAnIncident() {
        assertTrue(String.valueOf(incident(Outcome.UNJUDGED)).matches("bw-[0-9a-z]{8}"));
        assertNull(incident(Outcome.FAILED));
        assertNull(incident(Outcome.NOT_JUDGED_HERE));
        assertFalse(Incident.next().equals(Incident.next()));
    }

    private static @Nullable String incident(Outcome outcome) {
        var checks = List.of(result(outcome));
        return Incident.of(Report.Verdict.of(checks), checks);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CheckResult result(Outcome outcome) {
        return new CheckResult("a", "a", outcome, null, "said", 0, 1, false, List.of());
    }

    private Judge open() {
        var judge = new Scripted(opened.size() + 1);
        opened.add(judge);
        return judge;
    }

    private final class Scripted implements Judge {
        private final int number;
        private volatile Runnable meanwhile = () -> {};
        private final AtomicInteger closed = new AtomicInteger();
        private volatile @Nullable LabId expected;

        Scripted(int number) {
            this.number = number;
        }

        @Override
        public Report judge(Submission submission, Progress progress) {
            meanwhile.run();
            var said = outcome.apply(number);
            if (said == null) {
                throw new JudgeException("broken");
            }
            var checks = List.of(result(said));
            return new Report(
                    1,
                    "1",
                    "a/b",
                    "",
                    Integer.toString(number),
                    1,
                    1,
                    Report.Verdict.of(checks),
                    checks,
                    Map.of(),
                    new Report.RanOn("v24", "process", Map.of()),
                    null);
        }

        @Override
        public Optional<String> hindrance() {
            return Optional.empty();
        }

        @Override
        public void expect(LabId lab) {
            expected = lab;
        }

        @Override
        public int ready() {
            return 0;
        }

        @Override
        public LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener) {
            throw new JudgeException("this judge runs nothing");
        }

        @Override
        public LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener) {
            throw new JudgeException("this judge runs nothing");
        }

        @Override
        public Machine machine() {
            return new Machine("0", "v24", "process", List.of(), List.of());
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
