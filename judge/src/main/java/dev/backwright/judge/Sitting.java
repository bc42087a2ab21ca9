package dev.backwright.judge;

import dev.backwright.checks.Check;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.bench.Bench;
import dev.backwright.judge.bench.Pace;
import dev.backwright.judge.bench.Turn;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One submission being checked: what became of each check so far, and what stands in the way of the next.
final class Sitting {

    /// What a check is blocked by when the learner's program does not start.
    static final String START = "start";

    private final Bench bench;
    private final Map<String, List<String>> hints;
    private final Progress progress;
    private final Stopwatch stopwatch;
    private final Map<String, CheckResult> results =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private boolean checking;
    private final Map<String, String> notStarting = new HashMap<>();
    private final Set<String> overtaken = new HashSet<>();

    Sitting(Bench bench, Map<String, List<String>> hints, Progress progress, Stopwatch stopwatch) {
        this.bench = bench;
        this.hints = hints;
        this.progress = progress;
        this.stopwatch = stopwatch;
    }

    Turn turn(String check) {
        return bench.turn(check, what -> doesNotStart(what, check));
    }

    Bench bench() {
        return bench;
    }

    Pace pace() {
        return bench.workshop().pace();
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    /// The check this one waits for in vain; empty where it may run.
    ///
    /// @throws JudgeException when one it needs has not had its turn
    Optional<String> blockedBy(Check check) {
        for (String need : check.needs()) {
            CheckResult result = results.get(need);
            if (result == null) {
                throw new JudgeException(
                        "%s needs %s, which comes later or does not exist; put it first in hints.yaml"
                                .formatted(check.id(), need));
            }
            if (result.outcome() != Outcome.PASSED) {
                return Optional.of(need);
            }
        }
        return Optional.empty();
    }

    /// What becomes of a check that found something not to start: of all that find the same, the first in the lab's order fails,
    /// whichever was first in time, and the others are blocked.
    ///
    /// @param failed what it comes to if it is the first
    synchronized CheckResult notStarted(Check check, String what, CheckResult failed) {
        String first = notStarting.putIfAbsent(what, check.id());
        if (first == null || first.equals(check.id())) {
            return failed;
        }
        if (isBefore(first, check.id())) {
            return blockedByStart(failed);
        }
        notStarting.put(what, check.id());
        overtaken.add(first);
        CheckResult told = results.get(first);
        if (told != null) {
            record(told);
        }
        return failed;
    }

    private static CheckResult blockedByStart(CheckResult failed) {
        return new CheckResult(
                failed.id(),
                failed.title(),
                Outcome.BLOCKED,
                START,
                null,
                failed.hints(),
                failed.millis(),
                false,
                List.of());
    }

    /// Whether a check before this one found that something does not start.
    synchronized boolean doesNotStart(String what, String check) {
        String first = notStarting.get(what);
        return first != null && isBefore(first, check);
    }

    private boolean isBefore(String one, String other) {
        List<String> order = List.copyOf(hints.keySet());
        int first = order.indexOf(one);
        int second = order.indexOf(other);
        return first >= 0 && (second < 0 || first < second);
    }

    /// Says once that the first check begins.
    synchronized void checking() {
        if (!checking) {
            checking = true;
            progress.phase("check");
        }
    }

    void blocked(Check check, String by) {
        record(result(check, Outcome.BLOCKED, by, null, 0, Verdicts.NOTHING));
    }

    void notJudgedHere(Check check, String why) {
        record(result(check, Outcome.NOT_JUDGED_HERE, null, why, 0, Verdicts.NOTHING));
    }

    void unjudged(Check check, String message) {
        record(result(check, Outcome.UNJUDGED, null, message, 0, Verdicts.NOTHING));
    }

    CheckResult result(
            Check check,
            Outcome outcome,
            @Nullable String blockedBy,
            @Nullable String message,
            double millis,
            dev.backwright.judge.evidence.Trim.Kept kept) {
        int tiers = hints.getOrDefault(check.id(), List.of()).size();
        return new CheckResult(
                check.id(),
                check.title(),
                outcome,
                blockedBy,
                message,
                tiers,
                millis,
                kept.truncated(),
                kept.evidence());
    }

    synchronized void record(CheckResult result) {
        checking();
        CheckResult told = overtaken.contains(result.id()) ? blockedByStart(result) : result;
        results.put(result.id(), told);
        progress.checked(told);
    }

    /// What became of the checks, by id.
    Map<String, CheckResult> results() {
        synchronized (results) {
            return new LinkedHashMap<>(results);
        }
    }
}
