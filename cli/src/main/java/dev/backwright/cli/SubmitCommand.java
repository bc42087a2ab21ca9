package dev.backwright.cli;

import dev.backwright.judge.Labs;
import dev.backwright.judge.ReportJson;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "submit",
        description =
                "Hand a folder in at the academy you are logged in to: 0 passed, 1 the submission failed, 2 it could not be judged.",
        exitCodeOnExecutionException = Stop.UNJUDGED)
final class SubmitCommand implements Callable<Integer> {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Places places;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "[LAB] [DIR]",
            arity = "0..2",
            description = "which lab (as start noted) and which folder (here)")
    private List<String> words = List.of();

    @Option(
            names = "--json",
            description = "the report as JSON, and nothing else, on standard output")
    private boolean json;

    SubmitCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var server = new ServerFile(places.home()).require();
        var target = Target.of(words, terminal.here(), new LabNames(Labs.load(places.course())));
        var lab = target.lab().id();
        try (var remote = new Remote(server, Stop::unjudged)) {
            var taken =
                    remote.post(
                            "/api/labs/%s/submissions".formatted(lab),
                            Academy.body(target.folder().files()),
                            UUID.randomUUID().toString());
            var id = taken.path("id").asString();
            terminal.say(
                    "handed in as version %d; it is being judged."
                            .formatted(taken.path("version").asInt()));
            var report = ReportJson.read(verdict(remote, id).toString());
            Teller.show(terminal, report, json);
            terminal.say("%s shows it.".formatted(server.url().resolve("/submissions/" + id)));
            return Stop.code(report.verdict());
        }
    }

    private JsonNode verdict(Remote remote, String id) throws InterruptedException {
        String before = "";
        while (true) {
            var where = remote.get("/api/submissions/" + id);
            var state = where.path("state").asString();
            if (state.equals("done")) {
                return where.path("report");
            }
            if (!state.equals(before) && terminal.interactive()) {
                terminal.say(state.equals("queued") ? "waiting for a judge." : "a judge has it.");
            }
            before = state;
            Thread.sleep(PAUSE);
        }
    }
}
