package dev.backwright.bench;

import dev.backwright.judge.Judge;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Judges the same answers again and again, and tells every verdict that is another than the first, or than the lab says.
///
/// @param stopped whether somebody wants to have it end; a verdict that was under way then counts for nothing
/// @param kept a folder for the reports of verdicts that differed
record Repeats(Judge judge, Ledger ledger, Path kept, BooleanSupplier stopped, PrintStream out) {

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
        try {
            Lanes.all(due, answer -> !stopped.getAsBoolean() && judged(round, answer));
        } catch (IllegalStateException brokeOff) {
            if (!stopped.getAsBoolean()) {
                throw brokeOff;
            }
        }
    }

    /// Whether it counts.
    private boolean judged(int round, Answer answer) {
        var attempts = Attempts.at(judge, "round-" + round, answer.lab(), answer.files());
        if (stopped.getAsBoolean()) {
            return false;
        }
        note(round, answer, attempts.report(), attempts.again());
        return true;
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
