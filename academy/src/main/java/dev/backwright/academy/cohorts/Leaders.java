package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Those who lead a cohort, each with all rights over it. One of them at least can always get in.
@Component
@ForMany
public final class Leaders {

    private final Cohorts cohorts;
    private final Register register;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    Leaders(Cohorts cohorts, Register register, JdbcClient db, TransactionTemplate transaction) {
        this.cohorts = cohorts;
        this.register = register;
        this.db = db;
        this.transaction = transaction;
    }

    /// Who has an account, and what was done to whom.
    @Component
    @ForMany
    record Register(Accounts accounts, AuditLog audit) {}

    /// @throws CannotAnswer where no instructor has this address
    public void add(Account by, Cohort cohort, String mail) {
        var instructor =
                register.accounts()
                        .instructor(mail)
                        .orElseThrow(() ->
                                CannotAnswer.refused(
                                        "No instructor has this address. Make a link for a leader, and give it to them.",
                                        List.of()));
        cohorts.add(cohort.id(), instructor.person(), true);
        register.audit().write(by, "gave the lead of %s to".formatted(cohort.name()), instructor);
    }

    /// Two who do this at once wait for each other.
    ///
    /// @throws CannotAnswer where nobody would be left who can lead it
    public void remove(Account by, Cohort cohort, UUID person) {
        transaction.executeWithoutResult(status -> {
            db.sql("select id from cohort where id = ? for update")
                    .param(cohort.id())
                    .query(UUID.class)
                    .single();
            int removed =
                    db.sql("delete from cohort_member where cohort = ? and person = ? and leads")
                            .params(cohort.id(), person)
                            .update();
            if (removed > 0) {
                requireLeader(cohort);
                takeBackLinks(cohort, person);
                register.accounts()
                        .byId(person)
                        .ifPresent(it ->
                                register.audit()
                                        .write(
                                                by,
                                                "took the lead of %s from".formatted(cohort.name()),
                                                it));
            }
        });
    }

    /// By a link that they made they could lead it again.
    private void takeBackLinks(Cohort cohort, UUID person) {
        db.sql(
                        """
                        delete from invitation i using cohort_invitation c
                        where c.invitation = i.id and c.cohort = ? and c.leads and i.made_by = ?\
                        """)
                .params(cohort.id(), person)
                .update();
    }

    private void requireLeader(Cohort cohort) {
        boolean led =
                db.sql(
                                """
                                select exists (select from cohort_member join account using (person)
                                    where cohort = ? and leads and role <> 'learner' and not suspended)\
                                """)
                        .param(cohort.id())
                        .query(Boolean.class)
                        .single();
        if (!led) {
            throw CannotAnswer.notNow(
                    "The cohort would be without a leader. Let somebody else lead it first.");
        }
    }
}
