package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Those who may sign in, and how others come to it.
///
/// @param link the address of a link that was just made, shown this once; `null` for none
/// @param done what was just done, in a sentence; `null` for nothing
/// @param trouble what was not, and why; `null` for nothing
public record PeoplePage(
        Frame frame,
        List<Account> people,
        List<Invitation> invitations,
        List<AuditLog.Entry> log,
        @Nullable String link,
        @Nullable String done,
        @Nullable String trouble) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public static String moment(@Nullable Instant at) {
        return at == null ? "never" : MOMENT.format(at);
    }

    /// For whom an invitation is, in words.
    public static String whom(Invitation invitation) {
        var mail = invitation.mail();
        if (invitation.person() != null) {
            return "a new password";
        }
        return mail != null
                ? mail
                : "%d %s"
                        .formatted(
                                invitation.usesLeft(),
                                invitation.usesLeft() == 1 ? "person" : "people");
    }
}
