package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a token is for. Whatever it says, a token never does what its owner may not do.
public enum Scope {
    READ("See your labs, submissions and progress"),
    SUBMIT("Hand in your submissions"),
    COHORTS("See the cohorts you lead and how far their people are");

    private final String says;

    Scope(String says) {
        this.says = says;
    }

    /// As it stands in tokens: `read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For whoever gives it.
    public String says() {
        return says;
    }

    /// In their order.
    static List<String> words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).toList();
    }

    /// @throws CannotAnswer where there is no such scope
    public static Scope of(String word) {
        for (Scope scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw CannotAnswer.refused("There is no scope of this name.", List.of());
    }
}
