package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far a learner is. A pass stays a pass, whatever comes later.
@Component
public final class Learning {

    private static final String STANDINGS =
            """
            with judged as (
                select v.lab, v.number, v.created_at, j.state = 'done' and j.verdict = 'passed' as passed,
                    j.report
                from version v join judging j on j.version = v.id
                where v.person = :person
            ), latest as (
                select distinct on (lab) lab, jsonb_array_length(jsonb_path_query_array(
                    report, '$.checks[*] ? (@.outcome == "passed")')) as holding
                from judged where report is not null order by lab, number desc
            ), seen as (
                select lab, seen_at from solution_seen where person = :person
            ), touches as (
                select lab, created_at as at from version where person = :person
                union all select lab, saved_at from draft where person = :person
                union all select lab, seen_at from seen
            )
            select t.lab, max(t.at) as touched, max(l.holding) as holding,
                max(s.seen_at) is not null as seen,
                coalesce((select bool_or(passed) from judged j where j.lab = t.lab), false) as passed,
                coalesce((select bool_or(passed and (s2.seen_at is null or j.created_at < s2.seen_at))
                    from judged j left join seen s2 on s2.lab = j.lab
                    where j.lab = t.lab), false) as clean
            from touches t left join latest l on l.lab = t.lab
                left join seen s on s.lab = t.lab
            """;

    private final JdbcClient db;
    private final Clock clock;

    Learning(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public LabStanding of(Learner learner, LabId lab) {
        return db.sql(STANDINGS + " where t.lab = :lab group by t.lab")
                .param("person", learner.person())
                .param("lab", lab.toString())
                .query((row, at) -> standing(row))
                .optional()
                .orElse(LabStanding.NEW);
    }

    /// Every lab the learner has been at.
    public Map<LabId, LabStanding> all(Learner learner) {
        var all = new HashMap<LabId, LabStanding>();
        db.sql(STANDINGS + " group by t.lab")
                .param("person", learner.person())
                .query(row -> {
                    all.put(LabId.of(row.getString("lab")), standing(row));
                });
        return all;
    }

    /// How often the learner had a lab judged, wherever that was; what could not be judged is none.
    public Map<LabId, Integer> attempts(Learner learner) {
        var all = new HashMap<LabId, Integer>();
        db.sql(
                        """
                        select v.lab, count(*) as attempts from version v join judging j on j.version = v.id
                        where v.person = ? and j.state = 'done' and j.verdict <> 'unjudged' group by v.lab\
                        """)
                .param(learner.person())
                .query(row -> {
                    all.put(LabId.of(row.getString("lab")), row.getInt("attempts"));
                });
        return all;
    }

    /// What the learner last chose where the lab's lesson asks, by the questions' keys.
    public Map<String, Integer> predicted(Learner learner, LabId lab) {
        var chosen = new HashMap<String, Integer>();
        db.sql(
                        """
                        select key, chosen from prediction
                        where person = ? and lab = ? and asked_by = 'lesson'\
                        """)
                .params(learner.person(), lab.toString())
                .query(row -> {
                    chosen.put(row.getString("key"), row.getInt("chosen"));
                });
        return chosen;
    }

    /// How long ago something was.
    public Duration since(Instant then) {
        return Duration.between(then, clock.instant());
    }

    /// The learner has opened the solution. The first time counts.
    void seeSolution(Learner learner, LabId lab) {
        db.sql(
                        "insert into solution_seen (person, lab, seen_at) values (?, ?, ?) on conflict do nothing")
                .params(learner.person(), lab.toString(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static LabStanding standing(ResultSet row) throws SQLException {
        return new LabStanding(
                row.getBoolean("passed"),
                row.getBoolean("clean"),
                row.getBoolean("seen"),
                row.getObject("holding") == null ? -1 : row.getInt("holding"),
                instant(row.getObject("touched", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
