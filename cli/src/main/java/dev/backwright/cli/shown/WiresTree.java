package dev.backwright.cli.shown;

import dev.backwright.checks.Evidence.Wires.Exchange;
import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import dev.backwright.judge.evidence.Moment;
import dev.backwright.judge.evidence.StepWords;
import dev.backwright.judge.evidence.TransactionSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One scene as a tree of lines, by time: where each statement goes, which transaction it is in, what became of it.
final class WiresTree {

    private static final int WIDTH = 56;
    private static final int LONGEST_ANSWER = 36;

    private final Scene scene;
    private final Map<Integer, String> brackets = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final List<Branch> branches = new ArrayList<>();

    private WiresTree(Scene scene) {
        this.scene = scene;
        TransactionSpan.of(scene).forEach(this::bracket);
        Map<String, Set<Integer>> connections = new HashMap<>();
        for (Step step : scene.steps()) {
            connections
                    .computeIfAbsent(step.wire(), none -> new HashSet<>())
                    .add(step.statement().connection());
        }
        connections.forEach((wire, all) -> {
            if (all.size() > 1) {
                shared.add(wire);
            }
        });
    }

    static List<String> of(Scene scene) {
        var tree = new WiresTree(scene);
        Moment.of(scene).forEach(tree::add);
        return Branch.drawn(tree.who(), tree.branches);
    }

    private String who() {
        String requests =
                scene.requests().stream()
                        .map(it -> String.valueOf(it.number()))
                        .collect(Collectors.joining(", "));
        return switch (scene.requests().size()) {
            case 0 -> "app ";
            case 1 -> "request " + requests + " ─► app ";
            default -> "requests " + requests + " ─► app ";
        };
    }

    private void bracket(TransactionSpan span) {
        for (Step step : span.steps()) {
            brackets.put(step.number(), "│");
        }
        brackets.put(span.first().number(), "┌");
        brackets.put(span.last().number(), span.steps().size() == 1 ? "[" : "└");
    }

    private void add(Moment moment) {
        switch (moment) {
            case Moment.Begun(var request) -> {
                if (scene.requests().size() > 1) {
                    alone("──", "request %d begins".formatted(request.number()));
                }
            }
            case Moment.Sent(var step, _) -> branches.add(sent(step));
            case Moment.Answered _ -> {}
            case Moment.Ended(var request) -> alone("─◄", ended(request));
            case Moment.LeftOut(int steps, _) -> alone("··", steps + " more left out");
        }
    }

    private void alone(String arrow, String text) {
        branches.add(new Branch(arrow, "", "", List.of(text), "", ""));
    }

    private String ended(Exchange request) {
        String answer = WiresText.answer(request.http());
        String body = Plain.line(request.http().replyBody().strip());
        String told = body.isEmpty() || body.length() > WIDTH * 2 ? "" : "  " + body;
        return (scene.requests().size() > 1 ? "request %d: ".formatted(request.number()) : "")
                + answer
                + told;
    }

    private Branch sent(Step step) {
        Statement statement = step.statement();
        List<String> text = new ArrayList<>();
        text.addAll(wrapped(statement.text().strip().replaceAll("\\s+", " ")));
        text.addAll(wrapped(parameters(statement)));
        text.addAll(wrapped(StepWords.disturbance(step)));
        return new Branch(
                arrow(statement.fate()),
                lane(step),
                brackets.getOrDefault(step.number(), ""),
                text,
                Plain.line(answer(statement)),
                statement.fate() == Fate.CUT_BEFORE ? "" : WiresText.millis(statement.millis()));
    }

    private static String answer(Statement statement) {
        String answer = StepWords.answer(statement);
        boolean fits = statement.fate() != Fate.DONE || answer.length() <= LONGEST_ANSWER;
        return fits ? answer : answer.substring(0, LONGEST_ANSWER) + "…";
    }

    private static String arrow(Fate fate) {
        return switch (fate) {
            case DONE, FAILED -> "─►";
            case CUT_BEFORE, CUT_AFTER -> "─╳";
            case UNANSWERED -> "─?";
        };
    }

    private String lane(Step step) {
        String wire = Plain.line(step.wire());
        return shared.contains(step.wire()) ? wire + " " + step.statement().connection() : wire;
    }

    private static String parameters(Statement statement) {
        return IntStream.range(0, statement.parameters().size())
                .mapToObj(i -> "$%d = %s".formatted(i + 1, statement.parameters().get(i)))
                .collect(Collectors.joining(", "));
    }

    /// Lines of at most [#WIDTH] characters, broken at blanks where there are any; none of nothing.
    private static List<String> wrapped(String raw) {
        List<String> lines = new ArrayList<>();
        String rest = Plain.line(raw);
        while (rest.length() > WIDTH) {
            int blank = rest.lastIndexOf(' ', WIDTH);
            int hard = Character.isHighSurrogate(rest.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
            int end = blank > WIDTH / 3 ? blank : hard;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }
}
