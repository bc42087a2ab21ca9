package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// How a link becomes an account, or a new password.
@Component
@ForMany
public final class Admission {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Passwords passwords;
    private final TransactionTemplate transaction;

    Admission(
            Invitations invitations,
            Accounts accounts,
            Passwords passwords,
            TransactionTemplate transaction) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /// Makes the account that the link is for.
    ///
    /// @throws CannotAnswer with all that is wrong; the link can then be used again
    public Account join(String token, Newcomer asked, String password) {
        var invitation = invitations.open(token).orElseThrow(Admission::opensNothing);
        var mail = invitation.mail();
        var newcomer = mail == null ? asked : new Newcomer(asked.name(), mail);
        var objections = new ArrayList<>(newcomer.objections());
        passwords
                .objection(password, List.of(newcomer.name(), newcomer.mail()))
                .ifPresent(objections::add);
        if (!objections.isEmpty()) {
            throw CannotAnswer.refused(String.join(" ", objections), objections);
        }
        var kept = passwords.kept(password);
        var role = invitation.role();
        if (role == null) {
            throw opensNothing();
        }
        return use(
                token,
                "joined",
                "as " + role.word(),
                held -> opened(newcomer, role, kept, held.mail() != null));
    }

    private Account opened(Newcomer newcomer, Role role, String kept, boolean mailKnown) {
        var account = accounts.open(newcomer, role, kept);
        if (mailKnown) {
            accounts.mailIsKnown(account.person());
        }
        return account;
    }

    /// Makes the account that the link is for, without a password.
    ///
    /// @param then what else belongs to it, in the same transaction
    Account joinThrough(String token, Identity identity, Consumer<Account> then) {
        var invitation = invitations.open(token).orElseThrow(Admission::opensNothing);
        var role = invitation.role();
        if (role == null) {
            throw opensNothing();
        }
        var only = invitation.mail();
        if (only != null && !Identity.sameMail(only, identity.mail())) {
            throw Identity.refused(
                    "This link is for %s, and %s knows you as %s."
                            .formatted(only, identity.provider(), identity.mail()));
        }
        var newcomer = identity.newcomer();
        var objections = newcomer.objections();
        if (!objections.isEmpty()) {
            throw CannotAnswer.refused(String.join(" ", objections), objections);
        }
        return use(
                token,
                "joined",
                "as %s, through %s".formatted(role.word(), identity.provider()),
                held -> {
                    var account = accounts.open(newcomer, role, null);
                    then.accept(account);
                    return account;
                });
    }

    /// Uses the link with an account that is there. Their role stays as it is.
    ///
    /// @throws CannotAnswer where it opens nothing, or is for another address
    public void accept(String token, Account account) {
        use(
                token,
                "used",
                "a link with the account there was",
                held -> {
                    var mail = held.mail();
                    if (held.role() == null
                            || (mail != null && !mail.equalsIgnoreCase(account.mail()))) {
                        throw opensNothing();
                    }
                    return account;
                });
    }

    /// Sets the password of the account that the link leads into.
    ///
    /// @throws CannotAnswer with what is wrong; the link can then be used again
    public Account recover(String token, String password) {
        var invitation = invitations.open(token).orElseThrow(Admission::opensNothing);
        var account = account(invitation);
        requireGood(account, password);
        var kept = passwords.kept(password);
        return use(
                token,
                "set",
                "a new password by a link",
                held -> {
                    accounts.setPassword(account.person(), kept);
                    return account;
                });
    }

    /// Whatever it is for, a link is used by one at a time.
    private Account use(
            String token, String action, String subject, Function<Invitation, Account> change) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var held = invitations.hold(token).orElseThrow(Admission::opensNothing);
                    var account = change.apply(held);
                    invitations.use(held, account, action, subject);
                    accounts.signedIn(account.person());
                    return account;
                }));
    }

    private void requireGood(Account account, String password) {
        passwords
                .objection(password, List.of(account.name(), account.mail()))
                .ifPresent(why -> {
                    throw CannotAnswer.refused(why, List.of(why));
                });
    }

    private Account account(Invitation invitation) {
        UUID person = invitation.person();
        if (person == null) {
            throw opensNothing();
        }
        return accounts.byId(person).orElseThrow(Admission::opensNothing);
    }

    private static CannotAnswer opensNothing() {
        return CannotAnswer.notFound(
                "This link opens nothing any more: it was used, taken back, or is too old. Ask whoever sent it for another.");
    }
}
