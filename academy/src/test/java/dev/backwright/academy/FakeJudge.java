package dev.backwright.academy;

import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Labs;
import dev.backwright.judge.LiveRun;
import dev.backwright.judge.Machine;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/// A judge that says what it is told to, for tests of what happens around judging.
public final class FakeJudge implements Judge {

    public static final Path COURSE = Path.of("..", "course").toAbsolutePath().normalize();

    public final AtomicInteger judged = new AtomicInteger();
    public final AtomicInteger ran = new AtomicInteger();
    public final BlockingQueue<LabId> expected = new LinkedBlockingQueue<>();
    private final Labs labs = Labs.load(COURSE);
    private final Function<Submission, Outcome> outcome;
    private final Function<Consumer<LiveRun.Event>, LiveRun> runs;

    /// @param outcome what all checks of a submission come to; may wait
    public FakeJudge(Function<Submission, Outcome> outcome) {
        this(
                outcome,
                listener -> {
                    throw new JudgeException("this judge runs nothing");
                });
    }

    /// @param runs what comes of a run of a lab; is given whoever listens to it
    public FakeJudge(
            Function<Submission, Outcome> outcome,
            Function<Consumer<LiveRun.Event>, LiveRun> runs) {
        this.outcome = outcome;
        this.runs = runs;
    }

    @Override
    public Report judge(Submission submission, Progress progress) {
        judged.incrementAndGet();
        progress.phase("check");
        return report(
                labs.find(submission.lab()).orElseThrow(), submission, outcome.apply(submission));
    }

    public static Report report(Lab lab, Submission submission, Outcome outcome) {
        var checks =
                lab.checks().keySet().stream()
                        .map(id ->
                                new Report.CheckResult(
                                        id, id, outcome, null, "said so", 0, 1, false, List.of()))
                        .toList();
        var verdict =
                switch (outcome) {
                    case FAILED -> Verdict.FAILED;
                    case UNJUDGED -> Verdict.UNJUDGED;
                    default -> Verdict.PASSED;
                };
        return new Report(
                1,
                submission.id(),
                lab.id().toString(),
                lab.digest(),
                "test",
                submission.seed(),
                submission.attempt(),
                verdict,
                checks,
                Map.of("checked", 1.0),
                new Report.RanOn("v24", "process", Map.of()),
                null);
    }

    @Override
    public void expect(LabId lab) {
        expected.add(lab);
    }

    @Override
    public Optional<String> hindrance() {
        return Optional.empty();
    }

    @Override
    public int ready() {
        return 3;
    }

    @Override
    public LiveRun run(Lab lab, FileTree files, Consumer<LiveRun.Event> listener) {
        return runs.apply(listener);
    }

    @Override
    public LiveRun run(FileTree files, String main, Consumer<LiveRun.Event> listener) {
        ran.incrementAndGet();
        throw new JudgeException("this judge runs nothing");
    }

    @Override
    public Machine machine() {
        return new Machine("0", "v24.0.0", "namespaces", List.of(), List.of());
    }

    @Override
    public void close() {}
}
