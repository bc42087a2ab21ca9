package dev.backwright.academy.submissions;

import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where judging stands. A verdict is written once, under a fencing token: the result of a judge that was thought
/// dead and comes back is refused.
///
/// ```text
///   queued ──lease──► running ──finish(lease)──► done
///      ▲                 │
///      └──putBack(lease)─┘     could not be judged: again, later
/// ```
@Component
public final class Verdicts {

    private final JdbcClient db;
    private final Clock clock;

    Verdicts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void expect(UUID submission) {
        db.sql("insert into judging (version, state) values (?, 'queued')")
                .param(submission)
                .update();
    }

    /// Takes a submission for judging, also from a judge that holds it already.
    ///
    /// @return nothing when it is done
    public Optional<Lease> lease(UUID submission) {
        return db.sql(
                        """
                        update judging set state = 'running', lease = lease + 1
                        where version = ? and state <> 'done'
                        returning version, lease, unjudged\
                        """)
                .param(submission)
                .query((row, at) ->
                        new Lease(
                                row.getObject("version", UUID.class),
                                row.getInt("lease"),
                                row.getInt("unjudged")))
                .optional();
    }

    /// Writes the verdict.
    ///
    /// @return false when the lease is worth nothing any more; then nothing was written
    public boolean finish(Lease lease, Report report) {
        return write(lease, report, "done", isUnjudged(report)) == 1;
    }

    /// Keeps what was found so far and lets someone try again.
    ///
    /// @return false when the lease is worth nothing any more; then nothing was written
    boolean putBack(Lease lease, Report report) {
        return write(lease, report, "queued", isUnjudged(report)) == 1;
    }

    /// Keeps why nobody tried yet, and lets someone try later.
    ///
    /// @return false when the lease is worth nothing any more; then nothing was written
    boolean postpone(Lease lease, Report report) {
        return write(lease, report, "queued", false) == 1;
    }

    private static boolean isUnjudged(Report report) {
        return report.verdict() == Report.Verdict.UNJUDGED;
    }

    /// @param inVain whether this was a try that came to nothing
    private int write(Lease lease, Report report, String state, boolean inVain) {
        return db.sql(
                        """
                        update judging set state = ?, verdict = ?, report = ?::jsonb, judged_at = ?,
                            unjudged = unjudged + ?
                        where version = ? and lease = ? and state = 'running'\
                        """)
                .params(
                        state,
                        text(report.verdict()),
                        ReportJson.write(report),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        inVain ? 1 : 0,
                        lease.submission(),
                        lease.token())
                .update();
    }

    /// Stores a report that was made elsewhere.
    void told(UUID submission, Report report) {
        db.sql(
                        """
                        insert into judging (version, state, verdict, report, judged_at)
                        values (?, 'done', ?, ?::jsonb, ?)\
                        """)
                .params(
                        submission,
                        text(report.verdict()),
                        ReportJson.write(report),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest word on a submission.
    public Optional<Standing> standing(UUID submission) {
        return db.sql("select state, unjudged, report::text from judging where version = ?")
                .param(submission)
                .query((row, at) ->
                        Standing.of(
                                row.getString("state"),
                                row.getInt("unjudged"),
                                row.getString("report")))
                .optional();
    }

    /// A report on a version, of now or of before it was judged again, as the very bytes of which this is the SHA-256.
    public Optional<String> report(UUID version, String digest) {
        return db.sql(
                        """
                        with reports as (
                            select report from judging where version = :version
                            union all select former_report from rejudging where version = :version
                            union all select report from rejudging where version = :version)
                        select report::text from reports
                        where encode(sha256(convert_to(report::text, 'UTF8')), 'hex') = :digest limit 1\
                        """)
                .param("version", version)
                .param("digest", digest)
                .query(String.class)
                .optional();
    }

    /// The latest word on each of them that is, or was, to be judged.
    public Map<UUID, Standing> standings(Collection<UUID> submissions) {
        var standings = new HashMap<UUID, Standing>();
        if (!submissions.isEmpty()) {
            db.sql(
                            "select version, state, unjudged, report::text from judging where version in (:ids)")
                    .param("ids", submissions)
                    .query(row -> {
                        standings.put(
                                row.getObject("version", UUID.class),
                                Standing.of(
                                        row.getString("state"),
                                        row.getInt("unjudged"),
                                        row.getString("report")));
                    });
        }
        return standings;
    }

    /// How long judging a lab usually takes in all, whosever it is: the median of the last twenty.
    public Optional<Double> usualMillis(LabId lab) {
        return db.sql(
                        """
                        select percentile_cont(0.5) within group (order by millis) from (
                            select (select sum(value::float8) from jsonb_each_text(j.report -> 'phases')) as millis
                            from judging j join version v on v.id = j.version
                            where v.lab = ? and v.kind = 'checked' and j.state = 'done' and j.verdict <> 'unjudged'
                            order by j.judged_at desc limit 20) recent\
                        """)
                .param(lab.toString())
                .query((row, at) -> Optional.ofNullable(row.getObject(1, Double.class)))
                .single();
    }

    /// Submissions without a verdict that are not queued, the oldest first. What is queued a judge may finish at any moment.
    List<UUID> lost() {
        return db.sql(
                        """
                        select j.version from judging j join version v on v.id = j.version
                        where j.state <> 'done' and not exists (select from scheduled_tasks
                            where task_name = 'judge' and task_instance = v.id::text) order by v.created_at\
                        """)
                .query((row, at) -> row.getObject("version", UUID.class))
                .list();
    }

    private static String text(Report.Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
