package dev.backwright.cli;

import dev.backwright.cli.shown.Plain;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Judge;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import dev.backwright.judge.LiveRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Run a program, or start an app with its services and print their addresses.",
        exitCodeOnExecutionException = Stop.FAULT)
final class RunCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;
    private final Interrupts interrupts;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "the folder; here unless given")
    private Path folder = Path.of("");

    RunCommand(Places places, Terminal terminal, Interrupts interrupts) {
        this.places = places;
        this.terminal = terminal;
        this.interrupts = interrupts;
    }

    @Override
    public Integer call() throws InterruptedException {
        WorkFolder work = WorkFolder.at(terminal.here().resolve(folder));
        Lab lab = work.lab(new LabNames(Labs.load(places.course())));
        FileTree files = work.files();
        try (Judge judge = Judge.open(places.judgeSettings());
                var _ = interrupts.closing(judge::close);
                LiveRun run = judge.run(lab, files, this::show)) {
            return run.await();
        }
    }

    private void show(LiveRun.Event event) {
        switch (event) {
            case LiveRun.Event.Printed printed -> {
                PrintStream to = printed.error() ? terminal.err() : terminal.out();
                to.print(terminal.interactive() ? Plain.text(printed.text()) : printed.text());
                to.flush();
            }
            case LiveRun.Event.Ready ready ->
                    terminal.say(
                            "%s: %s   (Ctrl-C stops)".formatted(ready.what(), ready.address()));
            case LiveRun.Event.Ended ended -> {
                if (!interrupts.happened()) {
                    terminal.say(
                            String.format(
                                    Locale.ROOT,
                                    "ended: %s, after %.0f ms",
                                    Plain.line(ended.ending()),
                                    ended.millis()));
                }
            }
        }
    }
}
