package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Masks and cleans a check's evidence and keeps it within its budget: what shows the failure best comes first and is kept. Of
/// exchanges with a server that is the last one, so they are kept from the last to the first.
public final class Trim {

    /// Characters of one check's evidence.
    public static final int BUDGET = 64_000;

    /// Characters left for what follows exchanges: what the server printed.
    static final int RESERVE = 12_000;

    private static final int TEXT = 8_000;
    private static final int LINE = 1_000;

    private final NavigableMap<Integer, Evidence> kept = new TreeMap<>();
    private final Room room = new Room(BUDGET, TEXT);

    private Trim() {}

    /// What is kept.
    ///
    /// @param truncated whether something was left out
    public record Kept(List<Evidence> evidence, boolean truncated) {
        public Kept {
            evidence = List.copyOf(evidence);
        }
    }

    public static Kept of(List<Evidence> evidence) {
        var trim = new Trim();
        int i = 0;
        while (i < evidence.size()) {
            int end = i + 1;
            while (end < evidence.size() && isHttp(evidence.get(i)) && isHttp(evidence.get(end))) {
                end++;
            }
            trim.keep(end - 1, evidence.get(end - 1));
            for (int earlier = end - 2; earlier >= i; earlier--) {
                trim.keepWhatLeavesRoom(earlier, evidence.get(earlier));
            }
            i = end;
        }
        return new Kept(List.copyOf(trim.kept.values()), trim.room.truncated());
    }

    private static boolean isHttp(Evidence evidence) {
        return evidence instanceof Evidence.Http;
    }

    private void keepWhatLeavesRoom(int place, Evidence evidence) {
        if (room.left() <= RESERVE) {
            room.leaveOut();
        } else {
            keep(place, evidence);
        }
    }

    private void keep(int place, Evidence evidence) {
        if (room.left() <= 0 || isCutProgram(evidence)) {
            room.leaveOut();
            return;
        }
        kept.put(
                place,
                switch (Masking.of(evidence)) {
                    case Evidence.Calls calls -> calls(calls);
                    case Evidence.Http http -> http(room, http);
                    case Evidence.Sql(var wire, var statements) ->
                            new Evidence.Sql(
                                    wire,
                                    room.each(statements).map(s -> statement(room, s)).toList());
                    case Evidence.Wires wires -> new SceneTrim(room).of(wires);
                    case Evidence.Rows rows -> rows(rows);
                    case Evidence.Console(var command, var out, var err, var ending) ->
                            new Evidence.Console(
                                    room.text(command),
                                    room.tail(out),
                                    room.tail(err),
                                    room.text(ending));
                    case Evidence.Log log -> log(log);
                    case Evidence.File(var path, var content) ->
                            new Evidence.File(room.text(path), room.text(content));
                    case Evidence.Trace(var main, var text, var line) ->
                            new Evidence.Trace(room.text(main), room.text(text), line);
                    case Evidence.Repeat(var command) -> new Evidence.Repeat(room.text(command));
                });
    }

    /// The beginning of a program is no program.
    private boolean isCutProgram(Evidence evidence) {
        return evidence instanceof Evidence.Trace trace && !room.holds(trace.text());
    }

    private Evidence.Calls calls(Evidence.Calls calls) {
        return new Evidence.Calls(
                room.each(calls.rows())
                        .map(row ->
                                new Evidence.Calls.Row(
                                        room.text(row.call()),
                                        room.textOrNull(row.expected()),
                                        room.text(row.seen()),
                                        row.holds()))
                        .toList());
    }

    private Evidence.Log log(Evidence.Log log) {
        return new Evidence.Log(
                room.each(log.lines())
                        .map(line ->
                                new Evidence.Log.Line(
                                        line.error(),
                                        room.text(line.level()),
                                        room.within(LINE, () -> room.text(line.text()))))
                        .toList(),
                log.leftOut());
    }

    static Evidence.Http http(Room room, Evidence.Http http) {
        return new Evidence.Http(
                room.text(http.method()),
                room.text(http.target()),
                headers(room, http.requestHeaders()),
                room.text(http.requestBody()),
                http.status(),
                headers(room, http.replyHeaders()),
                room.text(http.replyBody()),
                http.atMillis(),
                http.millis(),
                room.textOrNull(http.problem()),
                room.text(http.repeat()),
                http.via());
    }

    private Evidence.Rows rows(Evidence.Rows rows) {
        List<List<String>> expected = rows.expected();
        return new Evidence.Rows(
                room.text(rows.query()),
                room.each(rows.columns()).map(room::text).toList(),
                expected == null ? null : cells(expected),
                cells(rows.seen()));
    }

    private List<List<String>> cells(List<List<String>> rows) {
        return room.each(rows).map(row -> row.stream().map(room::text).toList()).toList();
    }

    private static List<Request.Header> headers(Room room, List<Request.Header> headers) {
        return room.each(headers)
                .map(header ->
                        new Request.Header(room.text(header.name()), room.text(header.value())))
                .toList();
    }

    static Wire.Statement statement(Room room, Wire.Statement s) {
        return new Wire.Statement(
                s.connection(),
                s.transaction(),
                room.text(s.text()),
                room.each(s.parameters()).map(room::text).toList(),
                s.rows(),
                s.startMillis(),
                s.millis(),
                s.fate(),
                room.text(s.error()),
                room.text(s.answer()));
    }
}
