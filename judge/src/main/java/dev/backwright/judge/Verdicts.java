package dev.backwright.judge;

import dev.backwright.checks.Check;
import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.bench.Turn;
import dev.backwright.judge.evidence.Clean;
import dev.backwright.judge.evidence.Trim;
import dev.backwright.judge.seen.NotStarted;
import dev.backwright.services.ServiceMissing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns what ended a check into its outcome. An [AssertionError] is the learner's failure; every other exception is ours.
/// So is whatever ended it while there was no room to write, or after a server it stands on had died.
final class Verdicts {

    static final Trim.Kept NOTHING = new Trim.Kept(List.of(), false);

    private static final int LONGEST_MESSAGE = 2_000;

    private final Sitting sitting;

    Verdicts(Sitting sitting) {
        this.sitting = sitting;
    }

    /// @param ending what left the check; `null` where it ended well
    CheckResult of(Check check, Turn turn, @Nullable Throwable ending, double millis) {
        if (ending == null) {
            return sitting.result(check, Outcome.PASSED, null, null, millis, NOTHING);
        }
        if (ending instanceof ServiceMissing) {
            return sitting.result(
                    check, Outcome.NOT_JUDGED_HERE, null, ours(ending), millis, NOTHING);
        }
        return hindrance(turn)
                .map(why -> unjudged(check, why, millis))
                .orElseGet(() -> unhindered(check, turn, ending, millis));
    }

    private CheckResult unhindered(Check check, Turn turn, Throwable ending, double millis) {
        return switch (ending) {
            case NotStarted e ->
                    sitting.notStarted(check, e.what(), failed(check, e, e.evidence(), millis));
            case Unmet e -> failed(check, e, with(e.evidence(), turn), millis);
            case Overdue e when turn.ranLearnersCode() ->
                    failed(check, e, with(List.of(), turn), millis);
            case AssertionError e -> failed(check, e, with(List.of(), turn), millis);
            default -> unjudged(check, ours(ending), millis);
        };
    }

    private CheckResult failed(
            Check check, Throwable failure, List<Evidence> evidence, double millis) {
        String message = shortened(String.valueOf(failure.getMessage()));
        return sitting.result(check, Outcome.FAILED, null, message, millis, Trim.of(evidence));
    }

    private CheckResult unjudged(Check check, String why, double millis) {
        return sitting.result(check, Outcome.UNJUDGED, null, why, millis, NOTHING);
    }

    /// What of ours stood in the way, whatever ended the check.
    private Optional<String> hindrance(Turn turn) {
        return sitting.bench().workshop().shortage().or(turn::lostService);
    }

    private static List<Evidence> with(List<Evidence> own, Turn turn) {
        List<Evidence> seen = turn.evidence(own);
        List<Evidence> all = new ArrayList<>(own);
        all.removeIf(each -> each instanceof Evidence.Http || seen.contains(each));
        all.addAll(seen);
        return all;
    }

    private static String ours(Throwable fault) {
        String said = fault.getMessage();
        return shortened(said == null || said.isBlank() ? fault.getClass().getSimpleName() : said);
    }

    private static String shortened(String message) {
        String clean = Clean.text(message);
        return clean.length() <= LONGEST_MESSAGE
                ? clean
                : clean.substring(0, LONGEST_MESSAGE) + "…";
    }

    /// A check took longer than any may.
    static final class Overdue extends Exception {

        private static final long serialVersionUID = 1;

        Overdue(Duration limit) {
            super(
                    "The check did not come to an end within %d s: the program keeps it waiting."
                            .formatted(limit.toSeconds()));
        }
    }
}
