package dev.backwright.bench;

import dev.backwright.bench.accuracy.Excuse;
import dev.backwright.bench.accuracy.Mutant;
import dev.backwright.bench.accuracy.Page;
import dev.backwright.bench.accuracy.Score;
import dev.backwright.bench.accuracy.Stryker;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Verdict;
import dev.backwright.judge.Submission;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Judges every answer of a lab and every mutant of its solution, and tells what the checks let through.
record Accuracy(Judge judge, Stryker stryker, Page page, PrintStream out) {

    /// As many at once as the machine has processors.
    private static final int LANES = Runtime.getRuntime().availableProcessors();

    /// How often one answer is judged until a judgement comes of it, as an academy does.
    private static final int ATTEMPTS = 3;

    /// Readings of a warm verdict.
    private static final int READINGS = 5;

    /// Writes the lab's row.
    ///
    /// @return whether the lab is as good as labs have to be
    boolean of(Lab lab) throws IOException, InterruptedException {
        out.println(lab.id());
        List<Answer> right =
                Answer.of(lab).stream().filter(each -> each.fails().isEmpty()).toList();
        List<Answer> wrong =
                Answer.of(lab).stream().filter(each -> !each.fails().isEmpty()).toList();
        int rightPassed = asTold(right);
        int wrongCaught = asTold(wrong);
        List<Excuse> excuses = Excuse.of(lab);
        List<Mutant> mutants = stryker.mutants(lab);
        List<Mutant> passed = passed(lab, mutants);
        List<Mutant> survivors = passed.stream().filter(each -> !excused(excuses, each)).toList();
        survivors.forEach(each -> out.println("  SURVIVED " + each.told() + "   in: " + each.at()));
        boolean idle = idle(excuses, passed);
        var score =
                new Score(
                        lab.id().toString(),
                        lab.checks().size(),
                        right.size(),
                        rightPassed,
                        wrong.size(),
                        wrongCaught,
                        mutants.size(),
                        mutants.size() - passed.size(),
                        passed.size() - survivors.size(),
                        survivors,
                        verdict(lab));
        page.put(score);
        out.println("  " + score.row());
        return score.good() && !idle;
    }

    private int asTold(List<Answer> answers) throws InterruptedException {
        List<String> differences =
                all(
                        answers,
                        each -> Outcomes.of(report(each.lab(), each.files())).differences(each));
        int good = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (differences.get(i).isEmpty()) {
                good++;
            } else {
                out.println("  OTHERWISE " + answers.get(i).name() + ": " + differences.get(i));
            }
        }
        return good;
    }

    private List<Mutant> passed(Lab lab, List<Mutant> mutants) throws InterruptedException {
        List<Verdict> verdicts = all(mutants, each -> report(lab, each.files()).verdict());
        List<Mutant> passed = new ArrayList<>();
        for (int i = 0; i < mutants.size(); i++) {
            switch (verdicts.get(i)) {
                case PASSED -> passed.add(mutants.get(i));
                case FAILED -> {}
                case UNJUDGED -> {
                    out.println("  NOT JUDGED, counted as passed: " + mutants.get(i).told());
                    passed.add(mutants.get(i));
                }
            }
        }
        return passed;
    }

    private static boolean excused(List<Excuse> excuses, Mutant mutant) {
        return excuses.stream().anyMatch(each -> each.covers(mutant));
    }

    /// Tells of excuses nobody needs: what they name is gone, or fails.
    private boolean idle(List<Excuse> excuses, List<Mutant> passed) {
        List<Excuse> idle =
                excuses.stream().filter(each -> passed.stream().noneMatch(each::covers)).toList();
        idle.forEach(each -> out.println("  NOT NEEDED in mutants.yaml: " + each));
        return !idle.isEmpty();
    }

    private Report report(Lab lab, FileTree files) {
        int attempt = 1;
        Report report = attempt(lab, files, attempt);
        while (report.verdict() == Verdict.UNJUDGED && attempt < ATTEMPTS) {
            report = attempt(lab, files, ++attempt);
        }
        return report;
    }

    private Report attempt(Lab lab, FileTree files, int attempt) {
        var submission = new Submission("accuracy", lab.id(), files, 1, attempt);
        return judge.judge(submission, Progress.NONE);
    }

    private double verdict(Lab lab) throws IOException, InterruptedException {
        var warm = new WarmVerdict(Solution.of(judge, lab));
        var figures = new Figures();
        for (int i = 0; i < READINGS; i++) {
            warm.settle();
            long begin = System.nanoTime();
            warm.run();
            figures.add((System.nanoTime() - begin) / 1e6);
        }
        return figures.at(0.5);
    }

    private static <A, R> List<R> all(List<A> answers, Function<A, R> judged)
            throws InterruptedException {
        List<Callable<R>> work = new ArrayList<>();
        answers.forEach(each -> work.add(() -> judged.apply(each)));
        List<R> results = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(LANES)) {
            for (Future<R> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("judging broke off", e.getCause());
        }
        return results;
    }
}
