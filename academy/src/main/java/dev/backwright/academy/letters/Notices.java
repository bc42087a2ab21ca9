package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.AccountChange;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Throttle;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells owners by mail what happened to their accounts, where a mail server is set.
@Component
@ForMany
final class Notices {

    /// Of one person: whoever makes tokens all day fills nobody's mailbox.
    private final Throttle owners = new Throttle(20, Duration.ofHours(1));

    private final NoticeRows rows;
    private final Mailroom mailroom;
    private final TransactionTemplate transaction;

    Notices(NoticeRows rows, Mailroom mailroom, TransactionTemplate transaction) {
        this.rows = rows;
        this.mailroom = mailroom;
        this.transaction = transaction;
    }

    /// In the transaction of the change, where it has one.
    @EventListener
    void tell(AccountChange change) {
        var owner = change.account().person().toString();
        if (mailroom.isOpen() && owners.take(owner).isEmpty()) {
            transaction.executeWithoutResult(status -> mailroom.tell(rows.add(change)));
            mailroom.wake();
        }
    }
}
