package dev.backwright.academy.web.guard;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/// What whoever asks may see of the graph, as [Rights] has it.
public final class FieldRights {

    private final Authentication who;

    FieldRights(Authentication who) {
        this.who = who;
    }

    /// @param field as `Query.me`
    /// @return why they may not ask for it; nothing where they may
    public Optional<Refusal> refusal(String field) {
        return Rights.ofField(field, who);
    }
}
