package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.PasskeyDemand;
import dev.backwright.academy.platform.Premises;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From which role on work is done by passkey alone, as the operator has set it.
@Component
@ForMany
public final class PasskeyRule {

    private final @Nullable Role from;

    PasskeyRule(Premises premises) {
        this.from = from(premises.places().site().passkeys());
    }

    private static @Nullable Role from(PasskeyDemand demand) {
        return switch (demand) {
            case OFFERED -> null;
            case LEADERS -> Role.INSTRUCTOR;
            case ADMINS -> Role.ADMIN;
        };
    }

    /// Whether what this role may do, and the one before it may not, wants a passkey.
    public boolean binds(Role role) {
        return from != null && role.mayAct(from);
    }

    /// The role that somebody of this role acts in: without a passkey the highest that wants none.
    public Role acting(Role role, boolean byPasskey) {
        return byPasskey || !binds(role) ? role : unbound();
    }

    private Role unbound() {
        return binds(Role.INSTRUCTOR) ? Role.LEARNER : Role.INSTRUCTOR;
    }
}
