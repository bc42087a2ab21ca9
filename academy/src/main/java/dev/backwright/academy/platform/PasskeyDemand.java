package dev.backwright.academy.platform;

import java.util.Arrays;
import java.util.Locale;

/// Of whom passkeys are demanded.
///
/// ```text
///   BACKWRIGHT_PASSKEYS=offered   of nobody: who wants to makes one
///   BACKWRIGHT_PASSKEYS=leaders   of instructors and admins, for what a learner may not do
///   BACKWRIGHT_PASSKEYS=admins    of admins, for what an instructor may not do
/// ```
public enum PasskeyDemand {
    OFFERED,
    LEADERS,
    ADMINS;

    /// @throws CannotStart where there is no such word
    static PasskeyDemand of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        CannotStart.usage(
                                "BACKWRIGHT_PASSKEYS is offered, leaders or admins, got '%s'."
                                        .formatted(word)));
    }
}
