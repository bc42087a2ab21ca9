package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// As long as an academy has no admin, each start prints a link by which its first one joins. Who reads what a start prints could
/// take the database as well.
@Component
@ForMany
final class FirstAdmin {

    private final Accounts accounts;
    private final Invitations invitations;
    private final Premises premises;

    FirstAdmin(Accounts accounts, Invitations invitations, Premises premises) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.premises = premises;
    }

    static String link(Premises premises, String token) {
        return premises.url() + "/join?token=" + token;
    }

    @EventListener(ApplicationReadyEvent.class)
    void invite() {
        if (!accounts.hasAdmin()) {
            System.out.println(
                    "There is no admin yet. The first one joins, within %d days, at %s"
                            .formatted(
                                    Invitations.LASTS.toDays(),
                                    link(premises, invitations.inviteFirstAdmin())));
        }
    }
}
