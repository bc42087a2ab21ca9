package dev.backwright.academy.cohorts;

import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What a cohort asks of which lab. A pass that comes after the deadline is late, and a pass.
@Component
public final class Assignments implements FollowsRenames {

    private static final String SET =
            """
            insert into assignment
                (cohort, lab, opens_at, due_at, closes, attempts, hints_after, hint_minutes, hides_solution)
            values (:cohort, :lab, :opens, :due, :closes, :attempts, :after, :minutes, :hides)
            on conflict (cohort, lab) do update set opens_at = excluded.opens_at, due_at = excluded.due_at,
                closes = excluded.closes, attempts = excluded.attempts, hints_after = excluded.hints_after,
                hint_minutes = excluded.hint_minutes, hides_solution = excluded.hides_solution\
            """;

    private static final List<String> MOVES =
            List.of(
                    """
                    insert into assignment
                        (cohort, lab, opens_at, due_at, closes, attempts, hints_after, hint_minutes, hides_solution)
                    select cohort, :lab, opens_at, due_at, closes, attempts, hints_after, hint_minutes, hides_solution
                    from assignment where lab = :former on conflict do nothing\
                    """,
                    "delete from assignment where lab = :former",
                    """
                    insert into extension (cohort, person, lab, due_at)
                    select cohort, person, :lab, due_at from extension where lab = :former on conflict do nothing\
                    """,
                    "delete from extension where lab = :former");

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Assignments(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /// Asks this of these labs, in place of what was asked of them.
    public void set(Cohort cohort, List<LabId> labs, Assignment asked) {
        var allowed = asked.allowance();
        transaction.executeWithoutResult(status ->
                labs.forEach(lab ->
                        db.sql(SET)
                                .param("cohort", cohort.id())
                                .param("lab", lab.toString())
                                .param("opens", time(asked.opensAt()))
                                .param("due", time(asked.dueAt()))
                                .param("closes", asked.closes())
                                .param("attempts", allowed.attempts())
                                .param("after", allowed.hintsAfter())
                                .param("minutes", allowed.hintMinutes())
                                .param("hides", allowed.hidesSolution())
                                .update()));
    }

    /// Asks nothing of these labs any more.
    public void clear(Cohort cohort, List<LabId> labs) {
        transaction.executeWithoutResult(status -> {
            for (var table : List.of("assignment", "extension")) {
                db.sql("delete from " + table + " where cohort = :cohort and lab in (:labs)")
                        .param("cohort", cohort.id())
                        .param("labs", labs.stream().map(LabId::toString).toList())
                        .update();
            }
        });
    }

    /// What a cohort asks; a lab of which it asks nothing is not in it.
    public Map<LabId, Assignment> of(Cohort cohort) {
        var all = new HashMap<LabId, Assignment>();
        db.sql("select * from assignment where cohort = ?")
                .param(cohort.id())
                .query(row -> {
                    all.put(LabId.of(row.getString("lab")), assignment(row));
                });
        return all;
    }

    static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                instant(row, "opens_at"),
                instant(row, "due_at"),
                row.getBoolean("closes"),
                new Allowance(
                        row.getObject("attempts", Integer.class),
                        row.getInt("hints_after"),
                        row.getInt("hint_minutes"),
                        row.getBoolean("hides_solution")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    /// Where something was asked of both names, that of the present name holds.
    @Override
    public void follow(LabId former, Lab lab) {
        for (var move : MOVES) {
            db.sql(move)
                    .param("lab", lab.id().toString())
                    .param("former", former.toString())
                    .update();
        }
    }
}
