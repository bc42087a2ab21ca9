package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What people may do about their own passkeys. Who has only found an open browser makes none, and whoever has to come by one
/// cannot get around it by their password.
@Component
@ForMany
public final class PasskeyCare {

    private final Passkeys passkeys;
    private final ProviderSignIn door;
    private final SignIn signIn;
    private final PasskeyRule rule;

    PasskeyCare(Passkeys passkeys, ProviderSignIn door, SignIn signIn, PasskeyRule rule) {
        this.passkeys = passkeys;
        this.door = door;
        this.signIn = signIn;
        this.rule = rule;
    }

    /// What has to be shown before one is made.
    public enum Proof {
        NONE,
        PASSWORD,
        /// By signing in once more.
        LATELY,
        /// By coming in with one they have.
        PASSKEY
    }

    public Proof proof(Account own, Came came) {
        if (isLocked(own, came)) {
            return Proof.PASSKEY;
        }
        if (came.lately()) {
            return Proof.NONE;
        }
        return door.hasPassword(own) ? Proof.PASSWORD : Proof.LATELY;
    }

    /// Whether they do their work by passkey alone.
    public boolean isBound(Account own) {
        return rule.binds(own.role());
    }

    /// The first is made by password; from then on a password is no way around it.
    private boolean isLocked(Account own, Came came) {
        return isBound(own) && !came.byPasskey() && !passkeys.of(own.person()).isEmpty();
    }

    /// @param password looked at where it has to be shown
    /// @throws CannotAnswer where they may not make one as they came
    public void requireProof(Account own, Came came, String password) {
        switch (proof(own, came)) {
            case NONE -> {}
            case PASSWORD -> {
                if (!signIn.confirms(own, password)) {
                    throw refused("This is not your present password.");
                }
            }
            case LATELY ->
                    throw refused(
                            "So that it is you: sign out, sign in again, and make the passkey within ten minutes.");
            case PASSKEY -> throw locked();
        }
    }

    /// For the moment in which one is made: since it was asked for, a first may have been made, or their role be another.
    ///
    /// @throws CannotAnswer where they have to come in by one that they have
    public void requireUnlocked(Account own, Came came) {
        if (isLocked(own, came)) {
            throw locked();
        }
    }

    /// @throws CannotAnswer where there is none of theirs, they may not as they came, or would not get in any more
    public void remove(Account own, Came came, UUID id) {
        requireUnlocked(own, came);
        passkeys.remove(own, id, () -> isBound(own) || !hasOtherWay(own));
    }

    private boolean hasOtherWay(Account own) {
        return door.hasPassword(own) || !door.linked(own).isEmpty();
    }

    private static CannotAnswer locked() {
        return refused(
                "Your role works by passkey alone here. Sign in with one that you have, then do this.");
    }

    private static CannotAnswer refused(String says) {
        return CannotAnswer.refused(says, List.of());
    }
}
