package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Joined;
import dev.backwright.academy.accounts.Role;
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
    private final Invitations invitations;
    private final Cohorts cohorts;
    private final TransactionTemplate transaction;

    CohortLinks(
            JdbcClient db,
            Invitations invitations,
            Cohorts cohorts,
            TransactionTemplate transaction) {
        this.db = db;
        this.invitations = invitations;
        this.cohorts = cohorts;
        this.transaction = transaction;
    }

    /// @param seats how many people can use it
    /// @return the token of the link, which nobody can ask for again
    public String make(Account leader, Cohort cohort, int seats) {
        return transaction.execute(status -> {
            var token = invitations.invite(leader, Role.LEARNER, null, seats);
            var invitation = invitations.open(token).orElseThrow();
            db.sql("insert into cohort_invitation (invitation, cohort) values (?, ?)")
                    .params(invitation.id(), cohort.id())
                    .update();
            return token;
        });
    }

    /// The name of the cohort that an invitation leads into.
    public Optional<String> cohortOf(UUID invitation) {
        return db.sql(
                        """
                        select name from cohort join cohort_invitation on cohort = id
                        where invitation = ?\
                        """)
                .param(invitation)
                .query(String.class)
                .optional();
    }

    /// In the transaction in which they join.
    @EventListener
    void enrol(Joined joined) {
        db.sql("select cohort from cohort_invitation where invitation = ?")
                .param(joined.invitation().id())
                .query(UUID.class)
                .optional()
                .ifPresent(cohort -> cohorts.add(cohort, joined.account().person(), false));
    }
}
