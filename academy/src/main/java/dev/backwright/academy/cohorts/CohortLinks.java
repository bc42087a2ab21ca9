package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Joined;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Links into a cohort: an invitation like any other, for a new account or for one there is, that ends in the cohort.
@Component
@ForMany
public final class CohortLinks {

    private final JdbcClient db;
    private final Cohorts cohorts;
    private final Papers papers;
    private final TransactionTemplate transaction;

    CohortLinks(JdbcClient db, Cohorts cohorts, Papers papers, TransactionTemplate transaction) {
        this.db = db;
        this.cohorts = cohorts;
        this.papers = papers;
        this.transaction = transaction;
    }

    /// What is written of who comes in.
    @Component
    @ForMany
    record Papers(Invitations invitations, AuditLog audit) {}

    /// For those who are to learn in it.
    ///
    /// @param seats how many people can use it
    /// @return the token of the link, which nobody can ask for again
    public String make(Account leader, Cohort cohort, int seats) {
        return made(leader, cohort, Role.LEARNER, seats);
    }

    /// For one who is to lead it, too. A new account is an instructor's.
    ///
    /// @return the token of the link, which nobody can ask for again
    public String makeForLeader(Account leader, Cohort cohort) {
        return made(leader, cohort, Role.INSTRUCTOR, 1);
    }

    private String made(Account leader, Cohort cohort, Role role, int seats) {
        return transaction.execute(status -> {
            var token = papers.invitations().invite(leader, role, null, seats);
            var invitation = papers.invitations().open(token).orElseThrow();
            db.sql("insert into cohort_invitation (invitation, cohort, leads) values (?, ?, ?)")
                    .params(invitation.id(), cohort.id(), role == Role.INSTRUCTOR)
                    .update();
            return token;
        });
    }

    /// Where an invitation leads.
    ///
    /// @param name of the cohort
    public record Goal(UUID cohort, String name, boolean leads) {}

    public Optional<Goal> goalOf(UUID invitation) {
        return db.sql(
                        """
                        select id, name, leads from cohort join cohort_invitation on cohort = id
                        where invitation = ?\
                        """)
                .param(invitation)
                .query((row, number) ->
                        new Goal(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("leads")))
                .optional();
    }

    /// In the transaction in which they join.
    ///
    /// @throws CannotAnswer where a learner would lead: an admin makes instructors
    @EventListener
    void enrol(Joined joined) {
        goalOf(joined.invitation().id())
                .ifPresent(goal -> {
                    if (goal.leads()) {
                        lead(goal, joined.account());
                    } else {
                        cohorts.add(goal.cohort(), joined.account().person(), false);
                    }
                });
    }

    private void lead(Goal goal, Account account) {
        if (!account.role().mayAct(Role.INSTRUCTOR)) {
            throw CannotAnswer.notNow(
                    "This link is for an instructor, and your account is a learner's. Ask an admin to make you one, then open it again.");
        }
        cohorts.add(goal.cohort(), account.person(), true);
        papers.audit().write(account, "came by a link to lead", goal.name());
    }
}
