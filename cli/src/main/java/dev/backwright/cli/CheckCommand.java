package dev.backwright.cli;

import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeException;
import dev.backwright.judge.Labs;
import dev.backwright.judge.Report;
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
        mixinStandardHelpOptions = true,
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
        var teller = new Teller(terminal, json, new Academy(places.home()));
        try (Judge judge = Judge.open(places.judgeSettings());
                var _ = interrupts.closing(judge::close)) {
            return watch ? judgeAtEverySave(judge, target, teller) : judge(judge, target, teller);
        }
    }

    private int judge(Judge judge, Target target, Teller teller) {
        Report report = judge.judge(target.submission(seed()), teller);
        if (!interrupts.happened()) {
            teller.tell(target, report);
        }
        return switch (report.verdict()) {
            case PASSED -> 0;
            case FAILED -> Stop.FAILED;
            case UNJUDGED -> Stop.UNJUDGED;
        };
    }

    private int judgeAtEverySave(Judge judge, Target target, Teller teller)
            throws InterruptedException {
        var saves = new Saves(target.folder().path());
        while (true) {
            teller.clear();
            try {
                judge(judge, target, teller);
            } catch (Stop | JudgeException e) {
                terminal.say(String.valueOf(e.getMessage()));
            }
            terminal.say("watching %s; Ctrl-C stops.".formatted(target.folder().path()));
            saves.awaitNext();
        }
    }

    private long seed() {
        return seed == null ? ThreadLocalRandom.current().nextLong(1, LARGEST_SEED_OF_OURS) : seed;
    }
}
