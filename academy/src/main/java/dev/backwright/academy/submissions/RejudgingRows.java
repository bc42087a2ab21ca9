package dev.backwright.academy.submissions;

import dev.backwright.judge.Lab;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Where judging again stands, version by version; written under a fencing token, as verdicts are.
@Component
final class RejudgingRows {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RejudgingRows(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The right to write what is found now.
    record Held(UUID id, UUID version, int token, int unjudged, Instant askedAt) {}

    /// @return nothing when it is done, or its run was stopped
    Optional<Held> lease(UUID rejudging) {
        return db.sql(
                        """
                        update rejudging r set state = 'running', lease = r.lease + 1 from rejudging_run u
                        where r.id = ? and r.state <> 'done' and u.id = r.run and u.stopped_at is null
                        returning r.id, r.version, r.lease, r.unjudged, u.asked_at\
                        """)
                .param(rejudging)
                .query((row, at) ->
                        new Held(
                                row.getObject("id", UUID.class),
                                row.getObject("version", UUID.class),
                                row.getInt("lease"),
                                row.getInt("unjudged"),
                                row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// Writes what was found; it holds from now on, unless it would take a pass away.
    ///
    /// @return false when the right to is gone; then nothing was written
    boolean finish(Held held, Report report) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    boolean written = write(held, report, "done");
                    if (written) {
                        db.sql("select settle_rejudging(?)")
                                .param(held.id())
                                .query((row, at) -> at)
                                .list();
                    }
                    return written;
                }));
    }

    /// Lets someone try again.
    boolean putBack(Held held, Report report) {
        return write(held, report, "queued");
    }

    private boolean write(Held held, Report report, String state) {
        boolean vain = report.verdict() == Report.Verdict.UNJUDGED;
        return db.sql(
                                """
                                update rejudging set state = ?, verdict = ?, report = ?::jsonb, judged_at = ?,
                                    unjudged = unjudged + ?
                                where id = ? and lease = ? and state = 'running'\
                                """)
                        .params(
                                state,
                                report.verdict().name().toLowerCase(Locale.ROOT),
                                ReportJson.write(report),
                                clock.instant().atOffset(ZoneOffset.UTC),
                                vain ? 1 : 0,
                                held.id(),
                                held.token())
                        .update()
                == 1;
    }

    /// Those that are still to be judged and are not queued, in the order in which they were asked for.
    List<UUID> lost() {
        return db.sql(
                        """
                        select r.id from rejudging r join rejudging_run u on u.id = r.run
                        where r.state <> 'done' and u.stopped_at is null and not exists (select from scheduled_tasks
                            where task_name = 'judge-again' and task_instance = r.id::text) order by u.asked_at, r.id\
                        """)
                .query((row, at) -> row.getObject("id", UUID.class))
                .list();
    }

    /// Whatever is still to be judged is judged by the labs as they are now.
    void judgeBy(List<Lab> labs) {
        labs.forEach(lab ->
                db.sql(
                                """
                                update rejudging_run u set lab_digest = :digest
                                where lab = :lab and stopped_at is null and lab_digest <> :digest
                                    and exists (select from rejudging where run = u.id and state <> 'done')\
                                """)
                        .param("digest", lab.digest())
                        .param("lab", lab.id().toString())
                        .update());
    }
}
