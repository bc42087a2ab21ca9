package dev.backwright.cli;

import dev.backwright.cli.shown.Columns;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "labs",
        description = "The labs: id, title, step, what it needs.",
        exitCodeOnExecutionException = Stop.FAULT)
final class LabsCommand implements Callable<Integer> {

    private final Places places;
    private final Terminal terminal;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    LabsCommand(Places places, Terminal terminal) {
        this.places = places;
        this.terminal = terminal;
    }

    /// One lab as scripts read it.
    record Row(String id, String title, String step, String kind, List<String> needs, int minutes) {

        static Row of(Lab lab) {
            Lab.Sheet sheet = lab.sheet();
            return new Row(
                    lab.id().toString(),
                    sheet.title(),
                    lab.id().step(),
                    sheet.kind().name().toLowerCase(Locale.ROOT),
                    sheet.needs(),
                    sheet.minutes());
        }
    }

    @Override
    public Integer call() {
        List<Row> rows = Labs.load(places.course()).all().stream().map(Row::of).toList();
        terminal.out().print(json ? json(rows) : table(rows));
        terminal.out().flush();
        return 0;
    }

    private static String json(List<Row> rows) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows) + "\n";
    }

    private static String table(List<Row> rows) {
        var table = new Columns("id", "title", "step", "minutes", "needs");
        rows.forEach(row ->
                table.row(
                        row.id(),
                        row.title(),
                        row.step(),
                        String.valueOf(row.minutes()),
                        row.needs().isEmpty() ? "–" : String.join(", ", row.needs())));
        return table.text();
    }
}
