package dev.backwright.academy.submissions;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import dev.backwright.judge.Report;
import java.util.UUID;

/// Has one version judged once more. Nobody waits for it: what hinders judging is waited for in silence.
final class SecondDesk {

    private final Versions versions;
    private final RejudgingRows rows;
    private final Judging judging;
    private final Retries retries;

    SecondDesk(Versions versions, RejudgingRows rows, Judging judging, Retries retries) {
        this.versions = versions;
        this.rows = rows;
        this.judging = judging;
        this.retries = retries;
    }

    /// @return what becomes of its place in the queue
    CompletionHandler<Void> take(UUID rejudging) {
        if (judging.hindrance().isPresent()) {
            return Desk.again(Desk.UNHINDERED_IN);
        }
        return rows.lease(rejudging)
                .map(this::judge)
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    private CompletionHandler<Void> judge(RejudgingRows.Held held) {
        var version = versions.anybodys(held.version()).orElseThrow();
        var report = judging.again(version, versions.files(version.id()), held.askedAt());
        int unjudged = held.unjudged() + 1;
        if (report.verdict() == Report.Verdict.UNJUDGED && retries.more(unjudged)) {
            boolean _ = Desk.written(() -> rows.putBack(held, report));
            return Desk.again(retries.before(unjudged));
        }
        if (Desk.written(() -> rows.finish(held, report))) {
            judging.written(version, report, true);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }
}
