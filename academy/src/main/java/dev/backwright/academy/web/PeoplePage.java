package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitation;
import dev.backwright.academy.letters.Letter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Those who may sign in, and how others come to it.
///
/// @param mails whether a mail server is set
/// @param letters that could not be sent so far
/// @param link the address of a link that was just made, shown this once; `null` for none
/// @param done what was just done, in a sentence; `null` for nothing
/// @param trouble what was not, and why; `null` for nothing
public record PeoplePage(
        Frame frame,
        List<Account> people,
        List<Invitation> invitations,
        List<AuditLog.Entry> log,
        boolean mails,
        List<Letter> letters,
        @Nullable String link,
        @Nullable String done,
        @Nullable String trouble) {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    public static String moment(@Nullable Instant at) {
        return at == null ? "never" : MOMENT.format(at);
    }

    /// What becomes of a letter that could not be sent, in words.
    public static String fate(Letter letter) {
        return letter.isGivenUp()
                ? "Given up after %d tries.".formatted(letter.tries())
                : "Will be tried again by itself.";
    }

    /// Whose password a letter is about; `null` where they are gone, or it is an invitation.
    public @Nullable Account recovering(Letter letter) {
        return letter.isInvitation()
                ? null
                : people.stream()
                        .filter(it -> it.mail().equalsIgnoreCase(letter.mail()))
                        .findFirst()
                        .orElse(null);
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
