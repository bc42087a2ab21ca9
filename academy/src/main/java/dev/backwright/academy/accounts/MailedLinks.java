package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Links that go out by mail. Each is made when its letter is sent: until then there is nothing to be found.
@Component
@ForMany
public final class MailedLinks {

    private final Invitations invitations;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    MailedLinks(Invitations invitations, Accounts accounts, TransactionTemplate transaction) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /// A link, and the letter it goes into.
    ///
    /// @param mail whom the letter is for
    public record Mailed(String mail, String token, Invitation invitation) {}

    /// An invitation as it is: its link is a new one, and former ones open nothing.
    ///
    /// @return nothing where it was used, taken back, or is too old
    public Optional<Mailed> invitation(UUID id) {
        return transaction.execute(status ->
                invitations.renew(id).flatMap(this::opened).filter(it -> !it.mail().isEmpty()));
    }

    private Optional<Mailed> opened(String token) {
        return invitations.open(token).map(it -> new Mailed(orEmpty(it.mail()), token, it));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// A link to set a new password.
    ///
    /// @return nothing where no account has the address, or it is suspended
    public Optional<Mailed> recovery(String mail) {
        return transaction.execute(status ->
                accounts.byMail(mail)
                        .filter(account -> !account.suspended())
                        .flatMap(account -> {
                            var token = invitations.recoverByMail(account);
                            return invitations
                                    .open(token)
                                    .map(it -> new Mailed(account.mail(), token, it));
                        }));
    }
}
