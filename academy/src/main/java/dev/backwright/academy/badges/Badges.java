package dev.backwright.academy.badges;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Badges as learners take them, show them, and take them back.
@Component
@ForMany
public final class Badges {

    private final Offers offers;
    private final BadgeRows rows;
    private final Mint mint;
    private final AuditLog audit;

    Badges(Offers offers, BadgeRows rows, Mint mint, AuditLog audit) {
        this.offers = offers;
        this.rows = rows;
        this.mint = mint;
        this.audit = audit;
    }

    /// The badge for a step; the one they have, where there is one.
    ///
    /// @throws CannotAnswer where there is no such step, or something of it is not passed
    public Badge take(Account account, String step) {
        var offer = offer(account, step);
        var held = offer.held();
        if (held != null) {
            return held;
        }
        if (!offer.isComplete()) {
            throw CannotAnswer.notNow(
                    "This badge is for whoever has passed all labs of the step in this academy. Still to pass: %s."
                            .formatted(offer.missingTitles()));
        }
        var badge = mint.make(account, offer);
        if (!rows.add(badge)) { // somebody was quicker, in another window
            return Optional.ofNullable(offer(account, step).held()).orElse(badge);
        }
        audit.write(account, "took the badge for", offer.step().title());
        return badge;
    }

    private Offer offer(Account account, String step) {
        return offers.of(account).stream()
                .filter(it -> it.step().id().equals(step))
                .findFirst()
                .orElseThrow(() -> CannotAnswer.notFound("There is no such step."));
    }

    /// From now on its page says that it was withdrawn. Another's stays.
    ///
    /// @throws CannotAnswer where there is none, or none of theirs
    public void withdraw(Account account, UUID id) {
        if (!rows.withdraw(account.person(), id)) {
            throw CannotAnswer.notFound("There is no such badge.");
        }
        audit.write(account, "took back", "a badge");
    }

    /// Whosever it is: who knows its id may look at it.
    ///
    /// @throws CannotAnswer where there is none
    public Badge find(UUID id) {
        return rows.find(id).orElseThrow(() -> CannotAnswer.notFound("There is no such badge."));
    }
}
