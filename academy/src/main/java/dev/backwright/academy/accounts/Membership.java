package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What people change about their own account, and admins about others'. All of it is written down.
@Component
@ForMany
public final class Membership {

    private static final Duration JUST_IN = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final AuditLog audit;

    Membership(Accounts accounts, Passwords passwords, SignIn signIn, AuditLog audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.audit = audit;
    }

    /// @throws CannotAnswer where it is no name
    public void rename(Account own, String name) {
        var objections = Newcomer.objections(name.strip());
        if (!objections.isEmpty()) {
            throw CannotAnswer.refused(objections.getFirst(), objections);
        }
        accounts.rename(own.person(), name.strip());
        audit.write(own, "changed", "their name");
    }

    /// @throws CannotAnswer where the present one is wrong, or the next one will not do
    public void changePassword(Account own, String present, String next) {
        requirePassword(own, present);
        passwords
                .objection(next, List.of(own.name(), own.mail()))
                .ifPresent(why -> {
                    throw CannotAnswer.refused(why, List.of(why));
                });
        accounts.setPassword(own.person(), passwords.kept(next));
        audit.write(
                own,
                "changed",
                "their password",
                new AccountChange(own, AccountChange.Kind.PASSWORD_CHANGED));
    }

    /// Takes the account away with all that its person made. What was written down stays, without their name.
    ///
    /// @param password of no matter where there is none: then they have to have come in just now
    /// @throws CannotAnswer where the password is wrong, or no admin would be left
    public void leave(Account own, String password) {
        if (accounts.password(own.person()).isPresent()) {
            requirePassword(own, password);
        } else {
            requireJustIn(own);
        }
        accounts.delete(own, () -> audit.forget(own));
        audit.write(null, "closed, as its owner asked,", "an account");
    }

    /// @throws CannotAnswer where no admin would be left
    public void setRole(Account by, Account whose, Role role) {
        if (whose.role() != role) {
            accounts.setRole(whose.person(), role);
            audit.write(by, "made %s of".formatted(aOrAn(role)), whose);
        }
    }

    /// @throws CannotAnswer where no admin would be left
    public void setSuspended(Account by, Account whose, boolean suspended) {
        if (whose.suspended() != suspended) {
            accounts.setSuspended(whose.person(), suspended);
            audit.write(by, suspended ? "suspended" : "let in again", whose);
        }
    }

    /// A guess costs as much as one at the door.
    private void requirePassword(Account own, String password) {
        if (accounts.password(own.person()).isEmpty()) {
            throw CannotAnswer.refused(
                    "You have no password here. A link sets one: the page to sign in says how to come by it.",
                    List.of());
        }
        if (!signIn.confirms(own, password)) {
            throw CannotAnswer.refused("This is not your present password.", List.of());
        }
    }

    private static void requireJustIn(Account own) {
        var at = own.signedInAt();
        if (at == null || at.plus(JUST_IN).isBefore(Instant.now())) {
            throw CannotAnswer.refused(
                    "So that it is you: sign out, sign in again, and delete the account within ten minutes.",
                    List.of());
        }
    }

    private static String aOrAn(Role role) {
        return (role == Role.LEARNER ? "a " : "an ") + role.word();
    }
}
