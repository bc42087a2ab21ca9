package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which passed labs are worth doing again. A lab rests in one of Leitner's boxes; a pass that is due, or the learner's word that
/// it is still known, moves it one box on. Nothing moves it back: whoever fails is at it anyway.
@Component
public final class LabReviews {

    private static final String MOMENTS =
            """
            select v.lab, v.created_at as at, s.seen_at is null or v.created_at < s.seen_at as clean, true as passed
            from version v join judging j on j.version = v.id
                left join solution_seen s on s.person = v.person and s.lab = v.lab
            where v.person = :person and j.state = 'done' and j.verdict = 'passed'
            union all select lab, recalled_at, true, false from recall where person = :person
            order by lab, at\
            """;

    private final JdbcClient db;
    private final Catalog catalog;
    private final Clock clock;

    LabReviews(JdbcClient db, Catalog catalog, Clock clock) {
        this.db = db;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// A passed lab, and when it comes back.
    ///
    /// @param clean whether its first pass came before the solution was seen
    /// @param at when it was last passed, or said to be known
    public record Resting(LabId lab, boolean clean, Instant at, Instant dueAt) {}

    /// @param passed or else said to be known
    private record Moment(LabId lab, Instant at, boolean clean, boolean passed) {}

    private record Course(boolean clean, Instant at, Box box) {

        /// It begins with a pass: what an archive says of a lab that was never passed counts for nothing.
        static @Nullable Course after(@Nullable Course before, Moment moment) {
            if (before != null) {
                return new Course(before.clean, moment.at(), before.box.after(true, moment.at()));
            }
            return moment.passed()
                    ? new Course(
                            moment.clean(), moment.at(), Box.passed(moment.clean(), moment.at()))
                    : null;
        }
    }

    /// Those that are to be done again, what has been due longest first.
    public List<Resting> due(Learner learner) {
        var now = clock.instant();
        return all(learner).stream().filter(it -> !it.dueAt().isAfter(now)).toList();
    }

    /// When the next one comes back of those that rest.
    public Optional<Instant> next(Learner learner) {
        var now = clock.instant();
        return all(learner).stream().map(Resting::dueAt).filter(now::isBefore).findFirst();
    }

    /// The learner says that this lab is still known.
    ///
    /// @return when it comes back
    /// @throws CannotAnswer where it was never passed
    Resting recall(Learner learner, Lab lab) {
        if (resting(learner, lab.id()).isEmpty()) {
            throw CannotAnswer.notNow("A lab comes back once it is passed; this one is not yet.");
        }
        db.sql(
                        "insert into recall (person, lab, recalled_at) values (?, ?, ?) on conflict do nothing")
                .params(
                        learner.person(),
                        lab.id().toString(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return resting(learner, lab.id()).orElseThrow();
    }

    private Optional<Resting> resting(Learner learner, LabId lab) {
        return all(learner).stream().filter(it -> it.lab().equals(lab)).findFirst();
    }

    /// The course's labs that were passed, in the order in which they are due.
    private List<Resting> all(Learner learner) {
        Map<LabId, Course> courses = new LinkedHashMap<>();
        for (Moment moment : moments(learner)) {
            courses.compute(moment.lab(), (lab, before) -> Course.after(before, moment));
        }
        courses.keySet().retainAll(catalog.all().stream().map(Lab::id).toList());
        return courses.entrySet().stream()
                .map(it -> resting(it.getKey(), it.getValue()))
                .sorted(
                        Comparator.comparing(Resting::dueAt)
                                .thenComparing(it -> it.lab().toString()))
                .toList();
    }

    private List<Moment> moments(Learner learner) {
        return db.sql(MOMENTS)
                .param("person", learner.person())
                .query((row, at) -> moment(row))
                .list();
    }

    private static Resting resting(LabId lab, Course course) {
        return new Resting(lab, course.clean(), course.at(), course.box().dueAt());
    }

    private static Moment moment(ResultSet row) throws SQLException {
        return new Moment(
                LabId.of(row.getString("lab")),
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                row.getBoolean("clean"),
                row.getBoolean("passed"));
    }
}
