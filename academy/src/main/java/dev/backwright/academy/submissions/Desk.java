package dev.backwright.academy.submissions;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.backwright.academy.platform.StoreTrouble;
import dev.backwright.judge.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Takes one submission from the queue, has it judged and writes down what came of it.
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int WRITES = 20;
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
    static final Duration UNHINDERED_IN = Duration.ofSeconds(5);

    private final Versions versions;
    private final Verdicts verdicts;
    private final Judging judging;
    private final Retries retries;

    Desk(Versions versions, Verdicts verdicts, Judging judging, Retries retries) {
        this.versions = versions;
        this.verdicts = verdicts;
        this.judging = judging;
        this.retries = retries;
    }

    /// @return what becomes of its place in the queue
    CompletionHandler<Void> take(UUID submission) {
        var hindrance = judging.hindrance();
        if (hindrance.isPresent()) {
            postpone(submission, hindrance.get());
            return again(UNHINDERED_IN);
        }
        var version = versions.anybodys(submission);
        var lease = verdicts.lease(submission);
        if (version.isEmpty() || lease.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        return judge(version.get(), lease.get());
    }

    /// Says once why it waits. That is no try.
    private void postpone(UUID submission, String why) {
        boolean said = verdicts.standing(submission).map(Standing::report).isPresent();
        var version = versions.anybodys(submission);
        if (said || version.isEmpty()) {
            return;
        }
        var report = judging.unjudged(version.get(), why);
        verdicts.lease(submission)
                .ifPresent(lease ->
                        tell(version.get(), report, verdicts.postpone(lease, report), false));
    }

    private CompletionHandler<Void> judge(Version version, Lease lease) {
        var report = judging.judge(version, versions.files(version.id()));
        int unjudged = lease.unjudged() + 1;
        note(version, report, unjudged);
        if (report.verdict() == Report.Verdict.UNJUDGED && retries.more(unjudged)) {
            tell(version, report, written(() -> verdicts.putBack(lease, report)), false);
            return again(retries.before(unjudged));
        }
        tell(version, report, written(() -> verdicts.finish(lease, report)), true);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    /// The log knows by the incident's name what the page shows.
    private void note(Version version, Report report, int tries) {
        if (report.incident() != null) {
            LOG.warn(
                    "Incident {}: submission {} of {} could not be judged (try {} of {}): {}",
                    report.incident(),
                    version.id(),
                    version.lab(),
                    tries,
                    retries.tries(),
                    String.join(" ", report.ourFaults()));
        }
    }

    /// Writes what was found. A database that is away is waited for: to judge once more would take longer.
    static boolean written(BooleanSupplier writing) {
        for (int tries = 1; ; tries++) {
            try {
                return writing.getAsBoolean();
            } catch (DataAccessException e) {
                boolean passes = StoreTrouble.of(e).equals(Optional.of(StoreTrouble.AWAY));
                if (!passes || tries == WRITES || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN_WRITES);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(Version version, Report report, boolean written, boolean last) {
        if (written) {
            judging.written(version, report, last);
        } else {
            LOG.warn(
                    "A late result for submission {} was refused: another judge has it.",
                    version.id());
        }
    }

    static CompletionHandler<Void> again(Duration wait) {
        return (done, queue) -> queue.reschedule(done, done.getTimeDone().plus(wait));
    }
}
