package dev.backwright.judge;

import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Names of faults of ours, short enough to be read out: `bw-4k7q09ze`. A report, its page and the log carry the same.
final class Incident {

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"; // as Crockford's
    private static final int LENGTH = 8;

    private Incident() {}

    static String next() {
        var name = new StringBuilder("bw-");
        ThreadLocalRandom.current()
                .ints(LENGTH, 0, LETTERS.length())
                .forEach(at -> name.append(LETTERS.charAt(at)));
        return name.toString();
    }

    /// A new one where checks could not be judged and nothing else is known; what is only missing on this machine is none.
    static @Nullable String of(Verdict verdict, List<CheckResult> checks) {
        boolean ours = checks.stream().anyMatch(check -> check.outcome() == Outcome.UNJUDGED);
        return verdict == Verdict.UNJUDGED && ours ? next() : null;
    }
}
