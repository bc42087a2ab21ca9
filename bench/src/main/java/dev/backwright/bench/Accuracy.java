package dev.backwright.bench;

import dev.backwright.bench.accuracy.Excuse;
import dev.backwright.bench.accuracy.Mutant;
import dev.backwright.bench.accuracy.Mutation;
import dev.backwright.bench.accuracy.Page;
import dev.backwright.bench.accuracy.Sayings;
import dev.backwright.bench.accuracy.Score;
import dev.backwright.bench.accuracy.Stryker;
import dev.backwright.bench.accuracy.Tally;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.Report.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Judges every answer of a lab and every mutant of its solution, and tells what the checks let through.
///
/// @param sayings where a file for each lab tells what learners read about its wrong answers
record Accuracy(Judge judge, Stryker stryker, Page page, Path sayings, PrintStream out) {

    /// Readings of a warm verdict.
    private static final int READINGS = 5;

    /// Writes the lab's row.
    ///
    /// @return whether the lab is as good as labs have to be
    boolean of(Lab lab) throws IOException, InterruptedException {
        out.println(lab.id());
        Predicate<Answer> right = answer -> answer.fails().isEmpty();
        var said = new Sayings(lab);
        var score =
                new Score(
                        lab.id().toString(),
                        lab.checks().size(),
                        asTold(lab, right, said),
                        asTold(lab, right.negate(), said),
                        mutation(lab),
                        verdict(lab));
        page.put(score);
        said.write(sayings.resolve(lab.id().toString() + ".md"));
        out.println("  " + score.row());
        return score.good();
    }

    private Tally asTold(Lab lab, Predicate<Answer> which, Sayings said)
            throws InterruptedException {
        List<Answer> answers = Answer.of(lab).stream().filter(which).toList();
        List<String> otherwise = Lanes.all(answers, each -> otherwise(each, said));
        otherwise.stream().filter(line -> !line.isEmpty()).forEach(out::println);
        int good = (int) otherwise.stream().filter(String::isEmpty).count();
        return new Tally(good, answers.size());
    }

    /// What went otherwise than the lab says; nothing where nothing did.
    private String otherwise(Answer answer, Sayings said) {
        Report report = report(answer.lab(), answer.files());
        said.add(answer.name(), report);
        String differences = Outcomes.of(report).differences(answer);
        return differences.isEmpty() ? "" : "  OTHERWISE " + answer.name() + ": " + differences;
    }

    private Mutation mutation(Lab lab) throws IOException, InterruptedException {
        List<Mutant> mutants = mutants(lab);
        var mutation = new Mutation(mutants.size(), passed(lab, mutants), Excuse.of(lab));
        mutation.survivors()
                .forEach(each -> out.println("  SURVIVED " + each.told() + "   in: " + each.at()));
        mutation.idle().forEach(each -> out.println("  NOT NEEDED in mutants.yaml: " + each));
        return mutation;
    }

    /// Where tests are the answer, mutants of it say nothing: the lab has mutants of what they test.
    private List<Mutant> mutants(Lab lab) throws IOException, InterruptedException {
        return lab.sheet().kind() == Lab.Kind.TESTS ? List.of() : stryker.mutants(lab);
    }

    /// Those that no check fails. One that could not be judged is told, and was not failed by any.
    private List<Mutant> passed(Lab lab, List<Mutant> mutants) throws InterruptedException {
        List<Verdict> verdicts = Lanes.all(mutants, each -> report(lab, each.files()).verdict());
        List<Mutant> passed = new ArrayList<>();
        for (int i = 0; i < mutants.size(); i++) {
            if (verdicts.get(i) == Verdict.UNJUDGED) {
                out.println("  NOT JUDGED, counted as passed: " + mutants.get(i).told());
            }
            if (verdicts.get(i) != Verdict.FAILED) {
                passed.add(mutants.get(i));
            }
        }
        return passed;
    }

    private Report report(Lab lab, FileTree files) {
        return Attempts.at(judge, "accuracy", lab, files).report();
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
}
