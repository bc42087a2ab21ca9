package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Knows people by what a provider says of them. Once linked, a subject is somebody; before that, a verified address is.
@Component
@ForMany
public final class ProviderSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

    private final Accounts accounts;
    private final Identities identities;
    private final Admission admission;
    private final TransactionTemplate transaction;

    ProviderSignIn(
            Accounts accounts,
            Identities identities,
            Admission admission,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.identities = identities;
        this.admission = admission;
        this.transaction = transaction;
    }

    /// Who came in.
    ///
    /// @param passwordGone whether the account had ways in of somebody who need not own its address: password and passkeys open
    ///     nothing any more, and who was in with them has to go
    public record Entered(Account account, boolean passwordGone) {}

    /// Whether somebody has an account, by subject or by address.
    public boolean knows(Identity identity) {
        return identities.personOf(identity).isPresent() || byMail(identity).isPresent();
    }

    /// @throws CannotAnswer where there is no account, the address is not verified, or the account is suspended
    public Entered signIn(Identity identity) {
        return inTransaction(() -> {
            var known = identities.personOf(identity).flatMap(accounts::byId);
            var account = known.orElseGet(() -> byVerifiedMail(identity));
            requireOpen(account);
            boolean unproven = known.isEmpty() && !accounts.isMailKnown(account.person());
            if (known.isEmpty()) {
                identities.link(account, identity);
            }
            if (unproven) {
                accounts.closeWays(account.person());
                accounts.mailIsKnown(account.person());
            }
            accounts.signedIn(account.person());
            return new Entered(account, unproven);
        });
    }

    private Account byVerifiedMail(Identity identity) {
        if (!identity.verified() || byMail(identity).isEmpty()) {
            LOG.info(
                    "A sign-in failed: nobody has an address that {} vouches for",
                    identity.provider());
        }
        var mail = identity.verifiedMail();
        return byMail(identity)
                .orElseThrow(() ->
                        Identity.refused(
                                "No account here has the address %s, by which %s knows you. An admin of this academy can give you a link to join."
                                        .formatted(mail, identity.provider())));
    }

    private Optional<Account> byMail(Identity identity) {
        return accounts.byMail(identity.mail())
                .filter(account -> Identity.sameMail(account.mail(), identity.mail()));
    }

    private static void requireOpen(Account account) {
        if (account.suspended()) {
            LOG.info("A sign-in failed: person {} is suspended", account.person());
            throw CannotAnswer.refused(
                    "This account is suspended. An admin of this academy can let you in again.",
                    List.of());
        }
    }

    /// Opens the account that a link is for, with the provider in place of a password.
    ///
    /// @throws CannotAnswer with what is wrong; the link can then be used again
    public Account join(String token, Identity identity) {
        identity.verifiedMail();
        return admission.joinThrough(
                token,
                identity,
                account -> {
                    accounts.mailIsKnown(account.person());
                    identities.link(account, identity);
                });
    }

    /// Links the account of somebody who is in.
    ///
    /// @throws CannotAnswer where it is somebody else's there, or has another address
    public void link(Account own, Identity identity) {
        transaction.executeWithoutResult(status -> {
            var whose = identities.personOf(identity);
            if (whose.isPresent() && !whose.get().equals(own.person())) {
                throw Identity.refused(
                        "Who you are at %s is linked with another account of this academy."
                                .formatted(identity.provider()));
            }
            var mail = identity.verifiedMail();
            if (!Identity.sameMail(mail, own.mail())) {
                throw Identity.refused(
                        "%s knows you as %s, and your account here has the address %s."
                                .formatted(identity.provider(), mail, own.mail()));
            }
            accounts.mailIsKnown(own.person());
            if (whose.isEmpty()) {
                identities.link(own, identity);
            }
        });
    }

    /// The issuers of all that an account is linked with.
    public List<String> linked(Account account) {
        return identities.issuers(account.person());
    }

    public boolean hasPassword(Account account) {
        return accounts.password(account.person()).isPresent();
    }

    /// @param provider its name, for the log
    /// @throws CannotAnswer where there would be no way in left
    public void unlink(Account own, String issuer, String provider) {
        transaction.executeWithoutResult(status -> {
            accounts.hold(own.person());
            var linked = identities.issuers(own.person());
            boolean other = hasPassword(own) || accounts.hasPasskey(own.person());
            if (linked.equals(List.of(issuer)) && !other) {
                throw Identity.refused(
                        "%s is your only way in. Make a passkey first, or set a password: the page to sign in says how to come by a link."
                                .formatted(provider));
            }
            identities.unlink(own, issuer, provider);
        });
    }

    private <T> T inTransaction(Supplier<T> step) {
        return Objects.requireNonNull(transaction.execute(status -> step.get()));
    }
}
