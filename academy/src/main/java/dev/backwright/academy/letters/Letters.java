package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What is to be mailed is put down here, and sent later by somebody else.
@Component
@ForMany
public final class Letters {

    private static final int LONGEST_MAIL = 254;

    /// From one place, behind which a school may be; to one address.
    private final Throttle places = new Throttle(60, Duration.ofMinutes(15));

    private final Throttle mails = new Throttle(3, Duration.ofHours(1));

    private final LetterRows rows;
    private final Mailroom mailroom;
    private final Invitations invitations;
    private final TransactionTemplate transaction;

    Letters(
            LetterRows rows,
            Mailroom mailroom,
            Invitations invitations,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.mailroom = mailroom;
        this.invitations = invitations;
        this.transaction = transaction;
    }

    /// Whether a mail server is set; without it nothing may be asked for here.
    public boolean areSent() {
        return mailroom.isOpen();
    }

    /// Invites the owner of an address.
    ///
    /// @throws CannotAnswer where it is none
    public void invite(Account by, Role role, String mail) {
        transaction.executeWithoutResult(status -> {
            var token = invitations.invite(by, role, mail, 1);
            put(mail, invitations.open(token).orElseThrow().id());
        });
        mailroom.wake();
    }

    /// A link to set a new password. Whether there is an account with this address is looked up when it is sent: whoever asks cannot tell.
    ///
    /// @param place the address the request came from
    /// @throws CannotAnswer after too many
    public void recover(String mail, String place) {
        var key = mail.strip().toLowerCase(Locale.ROOT);
        Stream.of(places.take(place), mails.take(key))
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .ifPresent(wait -> {
                    throw CannotAnswer.tooMany(
                            "Too many were asked for. Try again in %d minutes."
                                    .formatted(wait.toMinutes() + 1));
                });
        if (!key.isEmpty() && key.length() <= LONGEST_MAIL) {
            recover(key);
        }
    }

    /// The same for somebody else.
    public void recover(Account whose) {
        recover(whose.mail());
    }

    private void recover(String mail) {
        transaction.executeWithoutResult(status -> put(mail, null));
        mailroom.wake();
    }

    private void put(String mail, @Nullable UUID invitation) {
        mailroom.hurry(rows.add(mail, invitation));
    }

    /// Those that could not be sent so far, the oldest first.
    public List<Letter> troubled() {
        return rows.troubled();
    }

    /// Tries it once more, at once.
    public void again(UUID id) {
        transaction.executeWithoutResult(status -> {
            rows.freshen(id);
            rows.byId(id).ifPresent(letter -> mailroom.hurry(letter.id()));
        });
        mailroom.wake();
    }

    /// Somebody hands the link over: it is not mailed as well.
    public void dropInvitation(UUID invitation) {
        rows.removeOf(invitation);
    }

    public void dropRecovery(Account whose) {
        rows.removeRecovery(whose.mail());
    }
}
