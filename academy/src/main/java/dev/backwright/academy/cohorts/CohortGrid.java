package dev.backwright.academy.cohorts;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.progress.LabStanding.State;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How far everybody in a cohort is: a row for each person, a place for each lab.
@Component
@ForMany
public final class CohortGrid {

    /// So many attempts with one result, and somebody is stuck.
    private static final int STUCK = 3;

    /// One row for each lab that somebody of the cohort has been at. A verdict counts that a judge of ours wrote: what was brought along
    /// in an archive has no lease.
    private static final String PLACES =
            """
            with people as (
                select person from cohort_member where cohort = :cohort and not leads
            ), judged as (
                select v.id, v.person, v.lab, v.number, v.created_at, j.verdict = 'passed' as passed,
                    jsonb_path_query_array(j.report, '$.checks[*].outcome') as outcomes
                from version v join judging j on j.version = v.id join people using (person)
                where j.state = 'done' and j.lease > 0 and j.verdict <> 'unjudged'
            ), latest as (
                select distinct on (person, lab) id, person, lab, outcomes from judged order by person, lab, number desc
            ), last_other as (
                select person, lab, max(j.number) as number from judged j join latest l using (person, lab)
                where j.outcomes <> l.outcomes group by person, lab
            ), tried as (
                select j.person, j.lab, count(*) as attempts,
                    count(*) filter (where j.number > coalesce(o.number, 0)) as alike,
                    min(j.created_at) filter (where j.passed) as passed_at,
                    bool_or(j.passed and (s.seen_at is null or j.created_at < s.seen_at)) as clean
                from judged j left join last_other o using (person, lab)
                    left join solution_seen s using (person, lab)
                group by j.person, j.lab
            ), touched as (
                select person, lab, max(at) as at from (
                    select person, lab, created_at as at from version join people using (person)
                    union all select person, lab, saved_at from draft join people using (person)
                ) touches group by person, lab
            )
            select t.person, t.lab, t.at, l.id as latest, coalesce(r.attempts, 0) as attempts, coalesce(r.alike, 0) as alike,
                r.passed_at, coalesce(r.clean, false) as clean,
                coalesce(jsonb_array_length(jsonb_path_query_array(l.outcomes, '$[*] ? (@ == "passed")')), 0) as holding
            from touched t left join tried r using (person, lab) left join latest l using (person, lab)\
            """;

    private final JdbcClient db;
    private final Cohorts cohorts;
    private final Catalog catalog;
    private final Clock clock;

    CohortGrid(JdbcClient db, Cohorts cohorts, Catalog catalog, Clock clock) {
        this.db = db;
        this.cohorts = cohorts;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// @param steps with their labs, in the order of the path
    /// @param due when they are to be passed; a lab without a deadline is not in it
    public record Grid(List<Step> steps, Map<LabId, Instant> due, List<Row> rows) {

        public List<Lab> labs() {
            return steps.stream().flatMap(step -> step.labs().stream()).toList();
        }
    }

    /// @param places by lab; a lab that they were never at is not in it
    /// @param seen when they were last at anything; `null` for never
    public record Row(Cohorts.Member member, Map<LabId, Place> places, @Nullable Instant seen) {

        public long passed() {
            return places.values().stream().filter(Place::isPassed).count();
        }
    }

    /// @param due when the cohort's labs are due
    public Grid of(Cohort cohort, Map<LabId, Instant> due) {
        Map<UUID, Map<LabId, Place>> places = new HashMap<>();
        Map<UUID, Instant> seen = new HashMap<>();
        var now = clock.instant();
        db.sql(PLACES)
                .param("cohort", cohort.id())
                .query(row -> {
                    var person = row.getObject("person", UUID.class);
                    var lab = LabId.of(row.getString("lab"));
                    places.computeIfAbsent(person, it -> new HashMap<>())
                            .put(lab, place(row, due.get(lab), now));
                    seen.merge(person, instant(row, "at"), CohortGrid::later);
                });
        var rows =
                cohorts.people(cohort).stream()
                        .map(it ->
                                new Row(
                                        it,
                                        places.getOrDefault(it.person(), Map.of()),
                                        seen.get(it.person())))
                        .toList();
        return new Grid(catalog.steps(), due, rows);
    }

    private static Place place(ResultSet row, @Nullable Instant due, Instant now)
            throws SQLException {
        var at = row.getObject("passed_at", OffsetDateTime.class);
        var passedAt = at == null ? null : at.toInstant();
        int alike = row.getInt("alike");
        return new Place(
                state(passedAt != null, row.getBoolean("clean")),
                row.getInt("attempts"),
                passedAt == null && alike >= STUCK ? alike : 0,
                row.getInt("holding"),
                row.getObject("latest", UUID.class),
                passedAt,
                due != null && (passedAt == null ? now : passedAt).isAfter(due));
    }

    private static State state(boolean passed, boolean clean) {
        if (clean) {
            return State.PASSED_CLEAN;
        }
        return passed ? State.PASSED : State.BEGUN;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
