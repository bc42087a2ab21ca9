package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import org.jspecify.annotations.Nullable;

/// What every page carries around its own content.
///
/// @param csrf the token that changes must bring along in `X-CSRF-TOKEN`, forms in `_csrf`
/// @param warning one sentence shown on top of each page, such as that isolation is weak here; `null` for none
/// @param solo whether there is one person, who never signs in
/// @param account who looks at it; `null` for nobody, and in solo mode
public record Frame(
        String csrf, @Nullable String warning, boolean solo, @Nullable Account account) {

    /// Whether there is anywhere to go from here.
    public boolean isIn() {
        return solo || account != null;
    }

    /// Whether who looks at it lets people in.
    public boolean isAdmin() {
        return account != null && account.role() == Role.ADMIN;
    }

    /// Whether who looks at it may lead cohorts.
    public boolean isInstructor() {
        return account != null && account.role().mayAct(Role.INSTRUCTOR);
    }

    /// By what this browser tells apart what it keeps of different people; empty in solo mode.
    public String person() {
        return account == null ? "" : account.person().toString();
    }
}
