package dev.backwright.bench;

import dev.backwright.judge.Judge;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// Judges the same answers again and again, and tells every verdict that is another than the first, or than the lab says.
///
/// @param stopped whether somebody wants to have it end; a verdict that was under way then counts for nothing
/// @param kept a folder for the reports of verdicts that differed
record Repeats(Judge judge, Ledger ledger, Path kept, BooleanSupplier stopped, PrintStream out) {

    /// How often one answer is judged until a judgement comes of it, as an academy does.
    private static final int ATTEMPTS = 3;

    /// As many at once as the machine has processors.
    private static final int LANES = Runtime.getRuntime().availableProcessors();

    /// Until each answer was judged that often, those verdicts counted that the ledger holds.
    ///
    /// @return whether no verdict ever differed
    boolean reach(int rounds, List<Answer> answers) throws InterruptedException {
        long begin = System.nanoTime();
        for (int round = 1; round <= rounds && !stopped.getAsBoolean(); round++) {
            int goal = round;
            List<Answer> due =
                    answers.stream().filter(each -> ledger.of(each).rounds() < goal).toList();
            if (!due.isEmpty()) {
                round(goal, due);
                if (!stopped.getAsBoolean()) {
                    tell(round, rounds, answers, begin);
                }
            }
        }
        return conclude(rounds, answers);
    }

    private void round(int round, List<Answer> due) throws InterruptedException {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Answer answer : due) {
            work.add(() -> !stopped.getAsBoolean() && judged(round, answer));
        }
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (Future<Boolean> each : threads.invokeAll(work)) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (!stopped.getAsBoolean()) {
                throw new IllegalStateException("round " + round + " broke off", e.getCause());
            }
        }
    }

    /// Whether it counts.
    private boolean judged(int round, Answer answer) {
        int attempt = 1;
        Report report = report(answer, round, attempt);
        while (report.verdict() == Report.Verdict.UNJUDGED && attempt < ATTEMPTS) {
            report = report(answer, round, ++attempt);
        }
        if (stopped.getAsBoolean()) {
            return false;
        }
        note(round, answer, report, attempt - 1);
        return true;
    }

    private Report report(Answer answer, int round, int attempt) {
        var submission =
                new Submission("round-" + round, answer.lab().id(), answer.files(), 1, attempt);
        return judge.judge(submission, Progress.NONE);
    }

    private void note(int round, Answer answer, Report report, int again) {
        var outcomes = Outcomes.of(report);
        String first = ledger.of(answer).first();
        String differences =
                first.isEmpty() ? outcomes.differences(answer) : outcomes.differences(first);
        ledger.note(answer, outcomes, !differences.isEmpty(), again);
        if (!differences.isEmpty()) {
            Path file = keep(round, answer, report);
            out.printf("CHANGED %s, round %d: %s%n  %s%n", answer.key(), round, differences, file);
        }
    }

    private Path keep(int round, Answer answer, Report report) {
        String name = answer.key().replaceAll("[^a-z0-9_]+", "-") + "-" + round + ".json";
        try {
            Files.createDirectories(kept);
            return Files.writeString(kept.resolve(name), ReportJson.writePretty(report));
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be kept", e);
        }
    }

    private void tell(int round, int rounds, List<Answer> answers, long begin) {
        out.printf(
                "round %d of %d: %s; %d s%n",
                round, rounds, soFar(answers), (System.nanoTime() - begin) / 1_000_000_000);
    }

    private boolean conclude(int rounds, List<Answer> answers) {
        long whole = answers.stream().filter(each -> ledger.of(each).rounds() >= rounds).count();
        out.printf(
                "%d of %d answers were judged %d times; in all %s.%n",
                whole, answers.size(), rounds, soFar(answers));
        List<Answer> changed =
                answers.stream().filter(each -> ledger.of(each).changed() > 0).toList();
        changed.forEach(each ->
                out.printf(
                        "  %s: %d of %d%n",
                        each.key(), ledger.of(each).changed(), ledger.of(each).rounds()));
        return changed.isEmpty();
    }

    private String soFar(List<Answer> answers) {
        return "%d verdicts, %d changed, %d judged again"
                .formatted(
                        answers.stream().mapToInt(each -> ledger.of(each).rounds()).sum(),
                        answers.stream().mapToInt(each -> ledger.of(each).changed()).sum(),
                        answers.stream().mapToInt(each -> ledger.of(each).again()).sum());
    }
}
