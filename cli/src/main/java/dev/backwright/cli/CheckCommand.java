package dev.backwright.cli;

import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Progress;
import dev.backwright.judge.Report;
import dev.backwright.judge.Submission;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Judge a folder: 0 passed, 1 the submission failed, 2 it could not be judged.",
        exitCodeOnExecutionException = Stop.UNJUDGED)
final class CheckCommand implements Callable<Integer> {

    private static final int LARGEST_SEED_OF_OURS = 1_000_000;

    private final Places places;
    private final Terminal terminal;
    private final Interrupts interrupts;

    @Parameters(
            paramLabel = "[LAB] [DIR]",
            arity = "0..2",
            description = "which lab (as start noted) and which folder (here)")
    private List<String> words = List.of();

    @Option(
            names = "--json",
            description = "the report as JSON, and nothing else, on standard output")
    private boolean json;

    @Option(names = "--watch", description = "again at every save, until Ctrl-C")
    private boolean watch;

    @Option(names = "--seed", paramLabel = "N", description = "judge with a report's seed again")
    private @Nullable Long seed;

    CheckCommand(Places places, Terminal terminal, Interrupts interrupts) {
        this.places = places;
        this.terminal = terminal;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws InterruptedException {
        Target target = Target.of(words, terminal.here(), new LabNames(Labs.load(places.course())));
        return watch ? judgeAtEverySave(target) : judgeOnce(target);
    }

    private int judgeOnce(Target target) {
        Submission submission = target.submission(seed());
        try (Judge judge = Judge.open(places.judgeSettings());
                var _ = interrupts.closing(judge::close)) {
            return judge(judge, submission);
        }
    }

    private int judgeAtEverySave(Target target) throws InterruptedException {
        var saves = new Saves(target.folder().path());
        try (Judge judge = Judge.open(places.judgeSettings());
                var _ = interrupts.closing(judge::close)) {
            while (true) {
                teller().clear();
                judgeAndGoOn(judge, target);
                terminal.say("watching %s; Ctrl-C stops.".formatted(target.folder().path()));
                saves.awaitNext();
            }
        }
    }

    private void judgeAndGoOn(Judge judge, Target target) {
        if (!target.folder().isThere()) {
            terminal.say("the folder is gone; it is judged as soon as it is back.");
            return;
        }
        try {
            judge(judge, target.submission(seed()));
        } catch (Stop | JudgeException e) {
            terminal.say(String.valueOf(e.getMessage()));
        }
    }

    private int judge(Judge judge, Submission submission) {
        Report report = judge.judge(submission, Progress.NONE);
        if (!interrupts.happened()) {
            teller().tell(submission, report);
        }
        return Stop.code(report.verdict());
    }

    private Teller teller() {
        return new Teller(terminal, json, new Academy(places.home()));
    }

    private long seed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(1, LARGEST_SEED_OF_OURS) : seed;
    }
}
