package dev.backwright.cli;

import dev.backwright.cli.shown.Columns;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "progress",
        description = "How far you are at the academy you are logged in to.",
        exitCodeOnExecutionException = Stop.FAULT)
final class ProgressCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    ProgressCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var server = new ServerFile(places.home()).require();
        try (var remote = new Remote(server, Stop::fault)) {
            var path = remote.get("/api/labs");
            terminal.out().print(json ? path.toPrettyString() + "\n" : table(path));
            terminal.out().flush();
        }
        return 0;
    }

    private String table(JsonNode path) {
        var table = new Columns("lab", "title", "state", "checks that hold");
        for (JsonNode step : path.path("steps")) {
            for (JsonNode lab : step.path("labs")) {
                table.row(
                        lab.path("id").asString(),
                        lab.path("title").asString(),
                        lab.path("state").asString().replace('_', ' '),
                        "%d of %d"
                                .formatted(
                                        lab.path("holding").asInt(), lab.path("checks").asInt()));
            }
        }
        return table.text(terminal.columns());
    }
}
