package dev.backwright.academy.web;

import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.judge.evidence.Moment;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A scene as it is drawn: lanes from left to right, a row for each moment from top to bottom.
///
/// @param title what was asked: `POST /transfers`
/// @param summary `503 after 6.3 ms, 7 statements`
/// @param lanes `client`, `app`, then one for each connection
/// @param repeats commands that send the requests again
public record Board(
        String title,
        String summary,
        boolean failing,
        List<String> lanes,
        List<BoardRow> rows,
        List<String> repeats) {

    private static final int MOST_LANES = 8;

    public Board {
        lanes = List.copyOf(lanes);
        rows = List.copyOf(rows);
        repeats = List.copyOf(repeats);
    }

    public static Board of(Scene scene) {
        var lanes = lanes(scene);
        var rows = new ArrayList<BoardRow>();
        var drawing = new BoardDrawing(scene, lanes);
        for (Moment moment : Moment.of(scene)) {
            rows.add(drawing.row(moment));
        }
        Set<String> repeats = new LinkedHashSet<>();
        scene.requests().forEach(it -> repeats.add(it.http().repeat()));
        repeats.remove("");
        return new Board(
                title(scene), summary(scene), scene.failing(), lanes, rows, List.copyOf(repeats));
    }

    /// One lane for each connection; where those are many, one for each wire.
    private static List<String> lanes(Scene scene) {
        var lanes = new LinkedHashSet<>(List.of("client", "app"));
        scene.steps().forEach(step -> lanes.add(lane(step)));
        if (lanes.size() > MOST_LANES) {
            lanes.retainAll(List.of("client", "app"));
            scene.steps().forEach(step -> lanes.add(step.wire()));
        }
        return List.copyOf(lanes);
    }

    static String lane(Step step) {
        return step.wire() + " " + step.statement().connection();
    }

    private static String title(Scene scene) {
        return scene.requests().isEmpty()
                ? "Outside of any request"
                : scene.requests().stream()
                        .map(it ->
                                it.number() + " " + it.http().method() + " " + it.http().target())
                        .collect(Collectors.joining(", "));
    }

    private static String summary(Scene scene) {
        int count = scene.steps().size() + scene.leftOut();
        String statements = count == 1 ? "1 statement" : count + " statements";
        String answers =
                scene.requests().stream()
                        .map(it -> answer(it.http()) + ", ")
                        .collect(Collectors.joining());
        return answers + statements;
    }

    static String answer(Http http) {
        return http.status() == 0
                ? "no answer"
                : http.status() + " after " + Millis.text(http.millis());
    }
}
