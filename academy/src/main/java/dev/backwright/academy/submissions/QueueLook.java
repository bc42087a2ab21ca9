package dev.backwright.academy.submissions;

import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How judging goes, over everybody's submissions, for whoever keeps the academy running. Only what a judge of this academy found
/// counts: a verdict that has a lease.
@Component
@ForMany
public final class QueueLook {

    private static final TypeReference<Map<String, Double>> PHASES = new TypeReference<>() {};

    private final JdbcClient db;

    QueueLook(JdbcClient db) {
        this.db = db;
    }

    /// What is to be judged.
    ///
    /// @param waiting that nobody has yet
    /// @param running that judges have
    /// @param oldest how long the one that waits longest has been due
    public record Queue(long waiting, long running, Duration oldest) {}

    /// A verdict that was written.
    ///
    /// @param verdict `passed`, `failed`, `unjudged`
    /// @param unjudged how often judging it came to nothing
    /// @param phases milliseconds each phase took: `queued`, `prepared`, `booted`, `checked`
    public record Judged(
            UUID submission,
            Instant at,
            String verdict,
            int unjudged,
            Map<String, Double> phases) {}

    /// What was judged in some time.
    ///
    /// @param usualMillis from handed in to written, of half of them; `null` where nothing was judged
    /// @param slowMillis the same of 19 in 20
    public record Tally(
            long passed,
            long failed,
            long unjudged,
            @Nullable Double usualMillis,
            @Nullable Double slowMillis) {}

    /// A submission that could not be judged, at least once, by our fault.
    ///
    /// @param incident by which the log knows it; `null` once it was judged after all
    public record Fault(
            UUID submission, String lab, Instant at, int times, @Nullable String incident) {}

    public Queue queue() {
        return db.sql(
                        """
                        select count(*) filter (where not picked) as waiting, count(*) filter (where picked) as running,
                            coalesce(extract(epoch from now() - min(execution_time) filter (where not picked)), 0)::float8 as oldest
                        from scheduled_tasks where task_name = 'judge'\
                        """)
                .query((row, at) ->
                        new Queue(
                                row.getLong("waiting"),
                                row.getLong("running"),
                                Duration.ofMillis(
                                        Math.max(0, (long) (row.getDouble("oldest") * 1000)))))
                .single();
    }

    /// The oldest first, ten thousand at most.
    public List<Judged> judgedSince(Instant since) {
        return db.sql(
                        """
                        select version, judged_at, verdict, unjudged, (report -> 'phases')::text as phases from judging
                        where judged_at > ? and state = 'done' and lease > 0 order by judged_at limit 10000\
                        """)
                .param(since.atOffset(ZoneOffset.UTC))
                .query((row, at) -> judged(row))
                .list();
    }

    private static Judged judged(ResultSet row) throws SQLException {
        var phases = row.getString("phases");
        return new Judged(
                row.getObject("version", UUID.class),
                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                row.getString("verdict"),
                row.getInt("unjudged"),
                phases == null ? Map.of() : JsonMapper.shared().readValue(phases, PHASES));
    }

    public Tally tally(Duration last) {
        return db.sql(
                        """
                        select count(*) filter (where verdict = 'passed') as passed,
                            count(*) filter (where verdict = 'failed') as failed,
                            count(*) filter (where verdict = 'unjudged') as unjudged,
                            percentile_cont(0.5) within group (order by millis) as usual,
                            percentile_cont(0.95) within group (order by millis) as slow
                        from (select verdict,
                                (select sum(value::float8) from jsonb_each_text(report -> 'phases')) as millis
                            from judging where judged_at > now() - ? * interval '1 second' and state = 'done' and lease > 0) lately\
                        """)
                .param(last.toSeconds())
                .query((row, at) ->
                        new Tally(
                                row.getLong("passed"),
                                row.getLong("failed"),
                                row.getLong("unjudged"),
                                row.getObject("usual", Double.class),
                                row.getObject("slow", Double.class)))
                .single();
    }

    /// Those of the last week, the latest first, twenty at most.
    public List<Fault> faults() {
        return db.sql(
                        """
                        select j.version, v.lab, j.judged_at, j.unjudged, j.report ->> 'incident' as incident
                        from judging j join version v on v.id = j.version
                        where j.judged_at > now() - interval '7 days' and j.unjudged > 0 and j.lease > 0
                        order by j.judged_at desc limit 20\
                        """)
                .query((row, at) ->
                        new Fault(
                                row.getObject("version", UUID.class),
                                row.getString("lab"),
                                row.getObject("judged_at", OffsetDateTime.class).toInstant(),
                                row.getInt("unjudged"),
                                row.getString("incident")))
                .list();
    }
}
