package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Came;
import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.accounts.PasskeyCare;
import dev.backwright.academy.accounts.PasskeyCare.Proof;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.RelyingParty;
import dev.backwright.academy.web.guard.Sessions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The passkeys of one person, and how they come by another.
///
/// @param obstacle why none can be made on this page, in a sentence; `null` where one can
/// @param proof what has to be shown before
/// @param bound whether they do their work by passkey alone
/// @param came how they came in
public record OwnPasskeys(
        List<Passkey> all, @Nullable String obstacle, Proof proof, boolean bound, Came came) {

    public OwnPasskeys {
        all = List.copyOf(all);
    }

    /// What binds them, and what to do next; `null` for nothing.
    public @Nullable String demand() {
        if (!bound || came.byPasskey()) {
            return null;
        }
        return all.isEmpty()
                ? "Your role works by passkey alone here. Make one, then sign out and sign in with it."
                : "Your role works by passkey alone here, and you came in another way. Sign out, then sign in with one of these.";
    }

    /// Whether there is anything to fill in.
    public boolean canBeMade() {
        return obstacle == null && (proof == Proof.NONE || proof == Proof.PASSWORD);
    }

    /// As they are for an account.
    @Component
    @ForMany
    record Found(Passkeys passkeys, PasskeyCare care, Sessions sessions, RelyingParty party) {

        OwnPasskeys of(Account account) {
            var came = sessions.came();
            return new OwnPasskeys(
                    passkeys.of(account.person()),
                    party.obstacle().orElse(null),
                    care.proof(account, came),
                    care.isBound(account),
                    came);
        }
    }
}
