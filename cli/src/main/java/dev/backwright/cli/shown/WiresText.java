package dev.backwright.cli.shown;

import dev.backwright.checks.Evidence.Http;
import dev.backwright.checks.Evidence.Wires;
import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What went over the wires: the scene the check failed at drawn in full, a line for each of the others.
///
/// ```text
///   request 1: POST /transfers, 201 after 5.2 ms, 4 statements
///
///   request 2: POST /transfers
///     {"from":1,"to":2,"amount":30}
///   request 2 ─► app ─┬─► redis       SET idem:7f3a pending NX EX 60    1 row           0.3 ms
///                     ├─► postgres ┌  begin                             done            0.2 ms
///                     ├─╳ postgres └  commit                            never arrived
///                     └─◄ 503 after 6.3 ms
///   again: curl …
/// ```
final class WiresText {

    private static final int MOST_OTHERS = 12;

    private final List<String> lines = new ArrayList<>();

    private WiresText() {}

    static String of(Wires wires) {
        var text = new WiresText();
        Scene focus = wires.focus().orElse(null);
        int quiet = Math.max(0, wires.scenes().size() - 1 - MOST_OTHERS);
        if (quiet + wires.leftOut() > 0) {
            text.lines.add("… %d earlier ones left out".formatted(quiet + wires.leftOut()));
        }
        for (Scene scene : wires.scenes()) {
            if (scene.equals(focus)) {
                text.full(scene);
            } else if (--quiet < 0) {
                text.lines.add(line(scene));
            }
        }
        return String.join("\n", text.lines).strip();
    }

    private static String line(Scene scene) {
        String asked =
                scene.requests().stream()
                        .map(it -> name(it) + ", " + answer(it.http()))
                        .collect(Collectors.joining("; "));
        String who = asked.isEmpty() ? "outside of any request" : asked;
        return who + ", " + statements(scene.steps().size() + scene.leftOut());
    }

    private void full(Scene scene) {
        lines.add("");
        for (Exchange request : scene.requests()) {
            lines.add(name(request) + (request.failing() ? "   the check failed at this one" : ""));
            if (!request.http().requestBody().isEmpty()) {
                lines.add("  " + Plain.line(request.http().requestBody()));
            }
        }
        lines.addAll(WiresTree.of(scene));
        Set<String> again = new LinkedHashSet<>();
        scene.requests().forEach(it -> again.add("again: " + Plain.line(it.http().repeat())));
        lines.addAll(again);
        lines.add("");
    }

    private static String name(Exchange request) {
        return "request %d: %s %s"
                .formatted(
                        request.number(),
                        Plain.line(request.http().method()),
                        Plain.line(request.http().target()));
    }

    /// `503 after 6.3 ms`, or what came instead.
    static String answer(Http http) {
        String problem = http.problem();
        return problem == null
                ? "%d after %s".formatted(http.status(), millis(http.millis()))
                : Plain.line(problem);
    }

    private static String statements(int count) {
        return count == 1 ? "1 statement" : count + " statements";
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }
}
