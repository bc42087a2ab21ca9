package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Judging again what people handed in last, after their lab was mended. It waits behind whatever is handed in, and is no attempt
/// of anybody's. What was found before and what is found now are both kept; a pass is never taken away.
///
/// ```text
///   versions ──► run ──► queue, last ──► found now ──► holds from now on, or stands beside a pass
/// ```
public final class Rejudgings {

    /// Of each person the latest version, and the latest pass that was brought along where none was found here: unless a judge of
    /// ours found by the lab as it is now what it came to.
    private static final String CHOICE =
            """
            with theirs as (
                select v.id, v.person, v.number, j.lease, j.verdict, j.report, j.judged_at
                from version v join judging j on j.version = v.id
                where v.person in (:people) and v.lab = :lab and j.state = 'done'
            ), chosen as (
                (select distinct on (person) * from theirs order by person, number desc)
                union
                (select distinct on (person) * from theirs t where verdict = 'passed' and lease = 0
                    and not exists (select from theirs p where p.person = t.person and p.verdict = 'passed' and p.lease > 0)
                order by person, number desc)
            )
            insert into rejudging (id, run, version, former_verdict, former_report, former_judged_at, was_attempt)
            select gen_random_uuid(), :run, id, verdict, report, judged_at,
                (lease > 0 and verdict <> 'unjudged')
                    and not exists (select from rejudging r where r.version = chosen.id and not r.was_attempt)
            from chosen
            where (lease = 0 or verdict = 'unjudged' or report ->> 'labDigest' is distinct from :digest)
                and not exists (select from rejudging r where r.version = chosen.id and r.state = 'done'
                    and r.verdict <> 'unjudged' and r.report ->> 'labDigest' = :digest)\
            """;

    private static final String RUNS =
            """
            select u.*, count(r.id) as all_of_it, count(r.id) filter (where r.state = 'done') as done
            from rejudging_run u left join rejudging r on r.run = u.id where cohort = ?\
            """;

    private static final String FOUND =
            """
            select v.id as version, v.person, v.number, r.state, r.judged_at, r.former_verdict, r.verdict,
                coalesce(r.former_report ->> 'labDigest', '') as former_digest, coalesce(r.report ->> 'labDigest', '') as digest
            from rejudging r join version v on v.id = r.version\
            """;

    private final JdbcClient db;
    private final JudgingQueue queue;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rejudgings(JdbcClient db, JudgingQueue queue, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param digest of the lab it is judged by
    /// @param all how many versions
    /// @param done how many of them were judged
    public record Run(
            UUID id,
            LabId lab,
            String digest,
            Instant askedAt,
            boolean stopped,
            int all,
            int done) {

        public boolean isActive() {
            return !stopped && done < all;
        }
    }

    /// What was found of a version before, and what is found now.
    ///
    /// @param judgedAt when it was judged again; `null` before that
    /// @param digest of the lab by which that was found; empty where the report does not say
    /// @param again the same of now; `null` before it was judged
    public record Found(
            UUID version,
            UUID person,
            int number,
            @Nullable Instant judgedAt,
            String verdict,
            String digest,
            @Nullable Again again) {

        /// Whether a pass stands although it was not found again.
        public boolean isKept() {
            return verdict.equals("passed") && again != null && !again.verdict().equals("passed");
        }
    }

    public record Again(String verdict, String digest) {}

    /// Begins a run for these people of a cohort.
    ///
    /// @throws CannotAnswer where there is nothing to judge, or it is being judged
    public UUID begin(UUID cohort, Lab lab, List<Learner> people) {
        var run =
                Objects.requireNonNull(transaction.execute(status -> stored(cohort, lab, people)));
        queue.wake();
        return run;
    }

    private UUID stored(UUID cohort, Lab lab, List<Learner> people) {
        db.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(cohort.toString(), lab.id().toString())
                .query((row, at) -> at)
                .list();
        if (of(cohort).stream().anyMatch(it -> it.isActive() && it.lab().equals(lab.id()))) {
            throw CannotAnswer.notNow(
                    "This lab is being judged again already. Wait until that is done, or stop it.");
        }
        var run = UUID.randomUUID();
        db.sql(
                        """
                        insert into rejudging_run (id, cohort, lab, lab_digest, asked_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(run, cohort, lab.id().toString(), lab.digest(), now())
                .update();
        if (people.isEmpty() || choose(run, lab, people) == 0) {
            throw CannotAnswer.notNow(
                    "There is nothing to judge again: what people handed in last was judged here, by this lab as it is now.");
        }
        rejudgings(run).forEach(queue::addAgain);
        return run;
    }

    private int choose(UUID run, Lab lab, List<Learner> people) {
        return db.sql(CHOICE)
                .param("people", people.stream().map(Learner::person).toList())
                .param("lab", lab.id().toString())
                .param("run", run)
                .param("digest", lab.digest())
                .update();
    }

    private List<UUID> rejudgings(UUID run) {
        return db.sql("select id from rejudging where run = ? and state <> 'done'")
                .param(run)
                .query((row, at) -> row.getObject("id", UUID.class))
                .list();
    }

    /// What is being judged is judged to its end; the rest is left as it was.
    public void stop(Run run) {
        transaction.executeWithoutResult(status -> {
            db.sql("update rejudging_run set stopped_at = ? where id = ? and stopped_at is null")
                    .params(now(), run.id())
                    .update();
            db.sql(
                            """
                            delete from scheduled_tasks where task_name = 'judge-again' and not picked
                                and task_instance in (select id::text from rejudging where run = ?)\
                            """)
                    .param(run.id())
                    .update();
        });
    }

    /// Those of a cohort, the latest first.
    public List<Run> of(UUID cohort) {
        return db.sql(RUNS + " group by u.id order by asked_at desc")
                .param(cohort)
                .query(Rejudgings::run)
                .list();
    }

    /// Another cohort's is not found.
    public Optional<Run> find(UUID cohort, UUID run) {
        return db.sql(RUNS + " and u.id = ? group by u.id")
                .params(cohort, run)
                .query(Rejudgings::run)
                .optional();
    }

    public List<Found> found(Run run) {
        return db.sql(FOUND + " where r.run = ? order by v.person, v.number")
                .param(run.id())
                .query(Rejudgings::found)
                .list();
    }

    /// How often a version was judged again, the latest first.
    public List<Found> found(UUID version) {
        return db.sql(FOUND + " where v.id = ? and r.state = 'done' order by r.judged_at desc")
                .param(version)
                .query(Rejudgings::found)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                LabId.of(row.getString("lab")),
                row.getString("lab_digest"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("stopped_at") != null,
                row.getInt("all_of_it"),
                row.getInt("done"));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        boolean done = row.getString("state").equals("done");
        var at = row.getObject("judged_at", OffsetDateTime.class);
        return new Found(
                row.getObject("version", UUID.class),
                row.getObject("person", UUID.class),
                row.getInt("number"),
                done ? at.toInstant() : null,
                row.getString("former_verdict"),
                row.getString("former_digest"),
                done ? new Again(row.getString("verdict"), row.getString("digest")) : null);
    }
}
