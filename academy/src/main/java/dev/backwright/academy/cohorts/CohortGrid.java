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
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                select v.person, v.lab, v.number, coalesce(v.brought_at, v.created_at) as at, j.verdict = 'passed' as passed,
                    j.outcomes, first_value(v.id) over down as latest, first_value(j.outcomes) over down as found,
                    not exists (select from rejudging r where r.version = v.id and not r.was_attempt) as own
                from version v join judging j on j.version = v.id join people using (person)
                where j.state = 'done' and j.lease > 0 and j.verdict <> 'unjudged'
                window down as (partition by v.person, v.lab order by v.number desc)
            ), compared as (
                select *, max(number) filter (where outcomes <> found) over (partition by person, lab) as other from judged
            ), tried as (
                select person, lab, latest, found, count(*) filter (where own) as attempts,
                    count(*) filter (where own and number > coalesce(other, 0)) as alike,
                    min(at) filter (where passed) as passed_at,
                    bool_or(passed and (s.seen_at is null or at < s.seen_at)) as clean
                from compared left join solution_seen s using (person, lab)
                group by person, lab, latest, found
            ), touched as (
                select person, lab, max(at) as at from (
                    select person, lab, coalesce(brought_at, created_at) as at from version join people using (person)
                    union all select person, lab, saved_at from draft join people using (person)
                ) touches group by person, lab
            )
            select t.person, t.lab, t.at, r.latest, coalesce(r.attempts, 0) as attempts, coalesce(r.alike, 0) as alike,
                r.passed_at, coalesce(r.clean, false) as clean,
                coalesce(jsonb_array_length(jsonb_path_query_array(r.found, '$[*] ? (@ == "passed")')), 0) as holding
            from touched t left join tried r using (person, lab)\
            """;

    private final JdbcClient db;
    private final Plan plan;
    private final Catalog catalog;
    private final Clock clock;

    CohortGrid(JdbcClient db, Plan plan, Catalog catalog, Clock clock) {
        this.db = db;
        this.plan = plan;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Who is in it, and what is asked of them.
    @Component
    @ForMany
    record Plan(Cohorts cohorts, Assignments assignments, Extensions extensions) {}

    /// @param steps with their labs, in the order of the path
    /// @param asked what is asked of a lab; one of which nothing is asked is not in it
    /// @param zone in which days begin and end
    /// @param now what *late* was measured by
    public record Grid(
            List<Step> steps,
            Map<LabId, Assignment> asked,
            ZoneId zone,
            Instant now,
            List<Row> rows) {

        public List<Lab> labs() {
            return steps.stream().flatMap(step -> step.labs().stream()).toList();
        }
    }

    /// @param places by lab; a lab that they were never at is not in it
    /// @param asked what is asked of this person, with deadlines of their own
    /// @param extended labs for which they have one
    /// @param seen when they were last at anything; `null` for never
    public record Row(
            Cohorts.Member member,
            Map<LabId, Place> places,
            Map<LabId, Assignment> asked,
            Set<LabId> extended,
            @Nullable Instant seen) {

        public long passed() {
            return places.values().stream().filter(Place::isPassed).count();
        }

        public boolean isPassed(LabId lab) {
            var place = places.get(lab);
            return place != null && place.isPassed();
        }

        /// Whether it was passed after its deadline, or that has gone by without a pass.
        public boolean isLate(LabId lab, Instant now) {
            var place = places.get(lab);
            var passedAt = place == null ? null : place.passedAt();
            var assignment = asked.get(lab);
            return assignment != null && assignment.isPast(passedAt == null ? now : passedAt);
        }

        /// Whether it is not passed, and nothing more is taken.
        public boolean isClosed(LabId lab, Instant now) {
            var assignment = asked.get(lab);
            return assignment != null && !isPassed(lab) && assignment.isClosed(now);
        }
    }

    public Grid of(Cohort cohort) {
        Map<UUID, Map<LabId, Place>> places = new HashMap<>();
        Map<UUID, Instant> seen = new HashMap<>();
        db.sql(PLACES)
                .param("cohort", cohort.id())
                .query(row -> {
                    var person = row.getObject("person", UUID.class);
                    places.computeIfAbsent(person, it -> new HashMap<>())
                            .put(LabId.of(row.getString("lab")), place(row));
                    seen.merge(person, instant(row, "at"), CohortGrid::later);
                });
        var asked = plan.assignments().of(cohort);
        var own = plan.extensions().of(cohort);
        var rows =
                plan.cohorts().people(cohort).stream()
                        .map(it -> {
                            var more = own.getOrDefault(it.person(), Map.of());
                            return new Row(
                                    it,
                                    places.getOrDefault(it.person(), Map.of()),
                                    extended(asked, more),
                                    more.keySet(),
                                    seen.get(it.person()));
                        })
                        .toList();
        return new Grid(catalog.steps(), asked, cohort.zone(), clock.instant(), rows);
    }

    private static Map<LabId, Assignment> extended(
            Map<LabId, Assignment> asked, Map<LabId, Instant> more) {
        if (more.isEmpty()) {
            return asked;
        }
        var own = new HashMap<>(asked);
        more.forEach((lab, due) -> own.computeIfPresent(lab, (it, all) -> all.extended(due)));
        return own;
    }

    private static Place place(ResultSet row) throws SQLException {
        var at = row.getObject("passed_at", OffsetDateTime.class);
        var passedAt = at == null ? null : at.toInstant();
        int alike = row.getInt("alike");
        return new Place(
                state(passedAt != null, row.getBoolean("clean")),
                row.getInt("attempts"),
                passedAt == null && alike >= STUCK ? alike : 0,
                row.getInt("holding"),
                row.getObject("latest", UUID.class),
                passedAt);
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
