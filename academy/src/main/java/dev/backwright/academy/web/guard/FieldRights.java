package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.PasskeyRule;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/// What whoever asks may see of the graph, as [Rights] has it.
public final class FieldRights {

    private final Authentication who;
    private final PasskeyRule rule;

    FieldRights(Authentication who, PasskeyRule rule) {
        this.who = who;
        this.rule = rule;
    }

    /// @param field as `Query.me`
    /// @return why they may not ask for it; nothing where they may
    public Optional<Refusal> refusal(String field) {
        return Rights.ofField(field, who, rule);
    }
}
