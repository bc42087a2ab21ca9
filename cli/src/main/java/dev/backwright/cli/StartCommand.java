package dev.backwright.cli;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description =
                "Copy a lab's starter into a folder, with packages, types and .env, for your own editor.",
        exitCodeOnExecutionException = Stop.FAULT)
final class StartCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "LAB", description = "such as javascript/closures")
    private String lab = "";

    @Parameters(
            index = "1",
            paramLabel = "DIR",
            arity = "0..1",
            description = "a new or empty folder; named after the lab unless given")
    private @Nullable Path folder;

    StartCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Lab found = new LabNames(Labs.load(places.course())).require(lab);
        Path into =
                terminal.here()
                        .resolve(folder == null ? Path.of(found.id().name()) : folder)
                        .normalize();
        new Bench(found, places.toolbox()).setUp(into);
        terminal.out().println(into);
        terminal.say(
                "%s is ready: edit %s, then: ./backwright check %s"
                        .formatted(
                                found.sheet().title(),
                                String.join(", ", found.sheet().edit()),
                                asTyped(into)));
        return 0;
    }

    /// The folder as a word of a command typed here.
    private String asTyped(Path into) {
        Path here = terminal.here();
        boolean below = into.startsWith(here) && !into.equals(here);
        return into.equals(here)
                ? "."
                : ShellWord.of((below ? here.relativize(into) : into).toString());
    }
}
