package dev.backwright.academy.submissions;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Judging one version again because somebody wants to see that it still passes. It goes the way of [Rejudgings]: last in the queue, nobody's
/// attempt, and no pass is taken away.
public final class Reruns {

    private static final Duration APART = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final JudgingQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reruns(JdbcClient db, JudgingQueue queue, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param lab of the version, as it is now
    /// @throws CannotAnswer where it has not passed here, is being judged again, or was a moment ago
    public void begin(Version version, Lab lab) {
        transaction.executeWithoutResult(status -> queue.addAgain(stored(version, lab)));
        queue.wake();
    }

    private UUID stored(Version version, Lab lab) {
        boolean passed =
                db.sql(
                                """
                                select verdict = 'passed' and lease > 0 and state = 'done' from judging
                                where version = ? for update\
                                """)
                        .param(version.id())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (!passed) {
            throw CannotAnswer.notNow(
                    "Only what passed in this academy is run again. Hand in anything else anew.");
        }
        requireRest(version);
        var run = UUID.randomUUID();
        db.sql(
                        """
                        insert into rejudging_run (id, version, lab, lab_digest, asked_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(run, version.id(), lab.id().toString(), lab.digest(), now())
                .update();
        return db.sql(
                        """
                        insert into rejudging (id, run, version, former_verdict, former_report, former_judged_at, was_attempt)
                        select gen_random_uuid(), :run, version, verdict, report, judged_at,
                            not exists (select from rejudging r where r.version = j.version and not r.was_attempt)
                        from judging j where version = :version returning id\
                        """)
                .param("run", run)
                .param("version", version.id())
                .query(UUID.class)
                .single();
    }

    private void requireRest(Version version) {
        if (isUnderWay(version.id())) {
            throw CannotAnswer.notNow("It is being run again already. Look again in a minute.");
        }
        boolean fresh =
                db.sql("select exists (select from rejudging where version = ? and judged_at > ?)")
                        .params(version.id(), now().minus(APART))
                        .query(Boolean.class)
                        .single();
        if (fresh) {
            throw CannotAnswer.notNow(
                    "It was run again less than %d minutes ago; what came of it stands beside it."
                            .formatted(APART.toMinutes()));
        }
    }

    /// Whether a version is to be judged again, for whatever reason.
    public boolean isUnderWay(UUID version) {
        return db.sql(
                        """
                        select exists (select from rejudging r join rejudging_run u on u.id = r.run
                            where r.version = ? and r.state <> 'done' and u.stopped_at is null)\
                        """)
                .param(version)
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
