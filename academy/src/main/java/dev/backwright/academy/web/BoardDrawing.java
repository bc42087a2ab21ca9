package dev.backwright.academy.web;

import dev.backwright.academy.web.BoardRow.Stroke;
import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import dev.backwright.judge.evidence.Moment;
import dev.backwright.judge.evidence.StepWords;
import dev.backwright.judge.evidence.TransactionSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws the rows of a scene one after the other: each its own drawing, as high as its text, so that they join.
final class BoardDrawing {

    private static final String TOP = "0";
    private static final String GOES = "16";
    private static final String COMES = "24";
    private static final String FOOT = "100%";

    private final List<TransactionSpan> transactions;
    private final List<String> lanes;
    private int underWay;

    BoardDrawing(Scene scene, List<String> lanes) {
        this.transactions = TransactionSpan.of(scene);
        this.lanes = lanes;
    }

    BoardRow row(Moment moment) {
        return switch (moment) {
            case Moment.Begun(var request) -> begun(request);
            case Moment.Sent(var step, boolean whole) -> sent(step, whole);
            case Moment.Answered(var step) -> answered(step);
            case Moment.Ended(var request) -> ended(request);
            case Moment.LeftOut(int steps, double at) -> leftOut(steps, at);
        };
    }

    private BoardRow begun(Exchange request) {
        Http http = request.http();
        var strokes = resting(http.atMillis());
        if (underWay++ == 0) {
            strokes.add(line("act", 1, GOES, FOOT));
        }
        strokes.add(across("send", 0, 1, GOES, "wire-head"));
        String text = "%d %s %s".formatted(request.number(), http.method(), http.target());
        String body = http.requestBody().isEmpty() ? "" : "\n" + http.requestBody();
        return new BoardRow(
                at(http.atMillis()), "client to app", "", text + body, "", "", "", "http", strokes);
    }

    private BoardRow ended(Exchange request) {
        Http http = request.http();
        double end = http.atMillis() + http.millis();
        underWay--;
        var strokes = resting(end);
        if (underWay == 0) {
            strokes.add(line("act", 1, TOP, GOES));
        }
        boolean silent = http.status() == 0;
        strokes.add(across(silent ? "never" : "send", 1, 0, GOES, silent ? "" : "wire-head"));
        String problem = http.problem() == null ? "" : http.problem();
        String body = http.replyBody().isEmpty() ? "" : "\n" + http.replyBody();
        String text = "%d %s".formatted(request.number(), silent ? problem : http.status() + body);
        String style = request.failing() || silent ? "http bad" : "http";
        String note = request.failing() ? "The check failed at this request." : "";
        return new BoardRow(
                at(end),
                "app to client",
                "",
                text,
                "",
                Millis.text(http.millis()),
                note,
                style,
                strokes);
    }

    private BoardRow sent(Step step, boolean whole) {
        Statement statement = step.statement();
        var strokes = resting(statement.startMillis());
        int lane = lane(step);
        Fate fate = statement.fate();
        if (fate == Fate.CUT_BEFORE) {
            strokes.add(half("send bad", lane, GOES));
            strokes.add(across("never", 1, lane, GOES, ""));
        } else {
            strokes.add(across("send", 1, lane, GOES, "wire-head"));
            answer(strokes, lane, fate, whole);
        }
        boolean bad = fate != Fate.DONE;
        return new BoardRow(
                at(statement.startMillis()),
                "app to " + Board.lane(step) + transaction(step),
                step.wire().equals("postgres") || step.wire().equals("mysql") ? "sql" : "",
                statement.text(),
                parameters(statement.parameters()),
                StepWords.answer(statement)
                        + (fate == Fate.CUT_BEFORE ? "" : ", " + Millis.text(statement.millis())),
                StepWords.disturbance(step),
                bad ? "bad" : "",
                strokes);
    }

    private void answer(List<Stroke> strokes, int lane, Fate fate, boolean whole) {
        if (whole) {
            strokes.add(across("ans", lane, 1, COMES, "wire-answer"));
        } else if (fate == Fate.CUT_AFTER || fate == Fate.UNANSWERED) {
            strokes.add(across("never", lane, 1, COMES, ""));
        }
    }

    private BoardRow answered(Step step) {
        var strokes = resting(step.endMillis());
        strokes.add(across("ans", lane(step), 1, GOES, "wire-answer"));
        String text =
                StepWords.answer(step.statement()) + ", to " + firstWords(step.statement().text());
        return new BoardRow(
                at(step.endMillis()),
                Board.lane(step) + " to app",
                "",
                text,
                "",
                "",
                "",
                step.statement().fate() == Fate.FAILED ? "bad" : "later",
                strokes);
    }

    private BoardRow leftOut(int steps, double at) {
        String text = "… %d more left out".formatted(steps);
        return new BoardRow("", "", "", text, "", "", "", "later", resting(at));
    }

    /// What stands in every row: lanes, the app at work, transactions that are open.
    private List<Stroke> resting(double at) {
        List<Stroke> strokes = new ArrayList<>();
        for (TransactionSpan span : transactions) {
            if (span.first().statement().startMillis() <= at && at <= span.last().endMillis()) {
                strokes.add(line("band", lane(span.first()), TOP, FOOT));
            }
        }
        IntStream.range(0, lanes.size()).forEach(i -> strokes.add(line("life", i, TOP, FOOT)));
        if (underWay > 0) {
            strokes.add(line("act", 1, TOP, FOOT));
        }
        return strokes;
    }

    private String transaction(Step step) {
        return transactions.stream()
                .filter(span -> span.steps().contains(step))
                .map(span -> ", in a transaction, " + span.ending())
                .findFirst()
                .orElse("");
    }

    private int lane(Step step) {
        int own = lanes.indexOf(Board.lane(step));
        return own >= 0 ? own : lanes.indexOf(step.wire());
    }

    private Stroke line(String kind, int lane, String from, String to) {
        return new Stroke(kind, x(lane), from, x(lane), to, "");
    }

    private Stroke across(String kind, int from, int to, String y, String head) {
        return new Stroke(kind, x(from), y, x(to), y, head);
    }

    private Stroke half(String kind, int to, String y) {
        double middle = (place(1) + place(to)) / 2;
        return new Stroke(kind, x(1), y, percent(middle), y, "wire-cut");
    }

    private String x(int lane) {
        return percent(place(lane));
    }

    private double place(int lane) {
        return (lane + 0.5) * 100 / lanes.size();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    private static String at(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }

    private static String firstWords(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 30 ? line : line.substring(0, 30) + "…";
    }

    private static String parameters(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> "$" + (i + 1) + " = " + values.get(i))
                .collect(Collectors.joining(", "));
    }
}
