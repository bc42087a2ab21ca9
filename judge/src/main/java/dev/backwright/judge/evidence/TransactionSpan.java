package dev.backwright.judge.evidence;

import dev.backwright.checks.Evidence.Wires.Scene;
import dev.backwright.checks.Evidence.Wires.Step;
import dev.backwright.checks.Wire.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A transaction as far as one scene shows it.
///
/// @param steps its statements, in order
public record TransactionSpan(List<Step> steps) {

    public TransactionSpan {
        steps = List.copyOf(steps);
    }

    private record Key(String wire, int connection, int transaction) {}

    /// The transactions of a scene, in the order they begin.
    public static List<TransactionSpan> of(Scene scene) {
        Map<Key, List<Step>> all = new LinkedHashMap<>();
        for (Step step : scene.steps()) {
            var statement = step.statement();
            if (statement.transaction() > 0) {
                var key = new Key(step.wire(), statement.connection(), statement.transaction());
                all.computeIfAbsent(key, none -> new ArrayList<>()).add(step);
            }
        }
        return all.values().stream().map(TransactionSpan::new).toList();
    }

    public Step first() {
        return steps.getFirst();
    }

    public Step last() {
        return steps.getLast();
    }

    /// How it ended, as far as the wire tells: `committed`, `rolled back`, `never committed`, `left open`.
    public String ending() {
        String text = plain(last().statement().text());
        if (startsWith(text, "commit", "end", "exec")) {
            return committed(last().statement().fate());
        }
        boolean undone = startsWith(text, "rollback", "abort", "discard");
        return undone && !text.startsWith("rollback to") ? "rolled back" : "left open";
    }

    private String committed(Fate fate) {
        return switch (fate) {
            case DONE -> hasFailed() ? "rolled back" : "committed";
            case CUT_AFTER -> hasFailed() ? "rolled back" : "committed, answer lost";
            case FAILED, CUT_BEFORE -> "never committed";
            case UNANSWERED -> "commit not answered";
        };
    }

    /// PostgreSQL rolls back on `commit` when a statement of the transaction failed and no savepoint was gone back to.
    private boolean hasFailed() {
        return first().wire().equals("postgres")
                && steps.stream().anyMatch(step -> step.statement().fate() == Fate.FAILED)
                && steps.stream()
                        .noneMatch(
                                step -> plain(step.statement().text()).startsWith("rollback to"));
    }

    private static boolean startsWith(String text, String... words) {
        return Arrays.stream(words)
                .anyMatch(word -> text.equals(word) || text.startsWith(word + " "));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("[\\s;]+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
