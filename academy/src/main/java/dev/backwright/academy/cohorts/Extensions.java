package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// More time for one person of a cohort: a deadline of their own.
@Component
@ForMany
public final class Extensions {

    private final JdbcClient db;
    private final Cohorts cohorts;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Extensions(JdbcClient db, Cohorts cohorts, AuditLog audit, TransactionTemplate transaction) {
        this.db = db;
        this.cohorts = cohorts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// Of labs without a deadline, or with a later one, nothing is changed.
    ///
    /// @param due their own deadline; `null` for the one that all have
    /// @throws CannotAnswer where they are not in it, or none of the labs has a deadline
    public void set(
            Account by, Cohort cohort, UUID person, List<LabId> labs, @Nullable Instant due) {
        var name =
                cohorts.people(cohort).stream()
                        .filter(it -> it.person().equals(person))
                        .findFirst()
                        .map(Cohorts.Member::name)
                        .orElseThrow(
                                () -> CannotAnswer.notFound("There is nobody like that in it."));
        int changed =
                Objects.requireNonNull(
                        transaction.execute(status ->
                                due == null
                                        ? takeBack(cohort, person, labs)
                                        : give(cohort, person, labs, due)));
        if (due != null && changed == 0) {
            throw CannotAnswer.refused(
                    "None of these labs has a deadline that this would put off.", List.of());
        }
        audit.write(
                by,
                (due == null ? "took back more time in %s from" : "gave more time in %s to")
                        .formatted(cohort.name()),
                name,
                person);
    }

    private int give(Cohort cohort, UUID person, List<LabId> labs, Instant due) {
        return db.sql(
                        """
                        insert into extension (cohort, person, lab, due_at)
                        select cohort, :person, lab, :due from assignment
                        where cohort = :cohort and lab in (:labs) and due_at < :due
                        on conflict (cohort, person, lab) do update set due_at = excluded.due_at\
                        """)
                .param("cohort", cohort.id())
                .param("person", person)
                .param("labs", labs.stream().map(LabId::toString).toList())
                .param("due", Assignments.time(due))
                .update();
    }

    private int takeBack(Cohort cohort, UUID person, List<LabId> labs) {
        return db.sql(
                        "delete from extension where cohort = :cohort and person = :person and lab in (:labs)")
                .param("cohort", cohort.id())
                .param("person", person)
                .param("labs", labs.stream().map(LabId::toString).toList())
                .update();
    }

    /// Own deadlines, by person and lab.
    public Map<UUID, Map<LabId, Instant>> of(Cohort cohort) {
        var all = new HashMap<UUID, Map<LabId, Instant>>();
        db.sql(
                        """
                        select e.* from extension e join assignment a using (cohort, lab)
                        where cohort = ? and e.due_at > a.due_at\
                        """)
                .param(cohort.id())
                .query(row -> {
                    all.computeIfAbsent(row.getObject("person", UUID.class), it -> new HashMap<>())
                            .put(
                                    LabId.of(row.getString("lab")),
                                    row.getObject("due_at", OffsetDateTime.class).toInstant());
                });
        return all;
    }
}
