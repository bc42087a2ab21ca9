package dev.backwright.academy.accounts;

import java.util.Locale;

/// What somebody is in an academy for many. Each may do what those before it may.
public enum Role {
    LEARNER,
    INSTRUCTOR,
    ADMIN;

    /// As it is written in the database and on pages: `learner`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean mayAct(Role as) {
        return compareTo(as) >= 0;
    }

    /// @throws IllegalArgumentException where there is no such role
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
