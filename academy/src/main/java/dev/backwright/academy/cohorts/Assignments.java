package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.FollowsRenames;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Which lab a cohort is to have passed, and by when. A pass that comes later is late, and a pass.
@Component
public final class Assignments implements FollowsRenames {

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Assignments(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /// Gives these labs a deadline, in place of any they had.
    public void set(Cohort cohort, List<LabId> labs, Instant due) {
        transaction.executeWithoutResult(status ->
                labs.forEach(lab ->
                        db.sql(
                                        """
                                        insert into assignment (cohort, lab, due_at) values (?, ?, ?)
                                        on conflict (cohort, lab) do update set due_at = excluded.due_at\
                                        """)
                                .params(cohort.id(), lab.toString(), due.atOffset(ZoneOffset.UTC))
                                .update()));
    }

    /// Takes the deadline of these labs away.
    public void clear(Cohort cohort, List<LabId> labs) {
        db.sql("delete from assignment where cohort = :cohort and lab in (:labs)")
                .param("cohort", cohort.id())
                .param("labs", labs.stream().map(LabId::toString).toList())
                .update();
    }

    /// When a cohort's labs are due; a lab without a deadline is not in it.
    public Map<LabId, Instant> of(Cohort cohort) {
        return deadlines(
                db.sql("select lab, due_at from assignment where cohort = ?").param(cohort.id()));
    }

    /// When a learner's labs are due, the earliest of all cohorts.
    public Map<LabId, Instant> of(Learner learner) {
        return deadlines(
                db.sql(
                                """
                                select lab, min(due_at) as due_at from assignment join cohort_member using (cohort)
                                where person = ? and not leads group by lab\
                                """)
                        .param(learner.person()));
    }

    private static Map<LabId, Instant> deadlines(JdbcClient.StatementSpec query) {
        var all = new HashMap<LabId, Instant>();
        query.query(row -> {
            all.put(
                    LabId.of(row.getString("lab")),
                    row.getObject("due_at", OffsetDateTime.class).toInstant());
        });
        return all;
    }

    /// Where both names had a deadline, that of the present name holds.
    @Override
    public void follow(LabId former, Lab lab) {
        db.sql(
                        """
                        insert into assignment (cohort, lab, due_at)
                        select cohort, :lab, due_at from assignment where lab = :former on conflict do nothing\
                        """)
                .param("lab", lab.id().toString())
                .param("former", former.toString())
                .update();
        db.sql("delete from assignment where lab = ?").param(former.toString()).update();
    }
}
