package dev.backwright.academy.submissions;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.backwright.judge.Report;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one submission from the queue, has it judged and writes down what came of it.
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

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
        var version = versions.find(submission);
        var lease = verdicts.lease(submission);
        if (version.isEmpty() || lease.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        return judge(version.get(), lease.get());
    }

    private CompletionHandler<Void> judge(Version version, Lease lease) {
        var report = judging.judge(version, versions.files(version.id()));
        int unjudged = lease.unjudged() + 1;
        if (report.verdict() == Report.Verdict.UNJUDGED && retries.more(unjudged)) {
            tell(version, report, verdicts.putBack(lease, report), false);
            return again(retries.before(unjudged));
        }
        tell(version, report, verdicts.finish(lease, report), true);
        return new CompletionHandler.OnCompleteRemove<>();
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

    private static CompletionHandler<Void> again(Duration wait) {
        return (done, queue) -> queue.reschedule(done, done.getTimeDone().plus(wait));
    }
}
