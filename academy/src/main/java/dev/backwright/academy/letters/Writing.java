package dev.backwright.academy.letters;

import dev.backwright.academy.accounts.Invitation;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.MailedLinks.Mailed;
import dev.backwright.academy.accounts.Role;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A letter in words. What people wrote themselves stands in its body alone, never in its head.
///
/// @param mail to whom
record Writing(String mail, String subject, String body) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /// @param url where people reach the academy
    static Writing of(Notice notice, String url) {
        return new Writing(
                notice.mail(),
                "Your account at Backwright has changed",
                """
                Good day,

                this happened to your account in the academy at %s
                on %s:

                %s

                Was it you? Then there is nothing to do.

                Was it not you? Then set a new password at once: on the page of your account, or, if you do not get in any more, by a link that the page to sign in sends you. That ends all sessions and takes tokens back. Then remove passkeys and unlink providers that are not yours, and tell an admin of the academy.
                """
                        .formatted(url, MOMENT.format(notice.happenedAt()), says(notice)));
    }

    private static String says(Notice notice) {
        return switch (notice.kind()) {
            case PASSWORD_CHANGED ->
                    "Its password was changed, by somebody who was signed in and knew the one before.";
            case PASSWORD_SET -> "A new password was set by a link.";
            case LINK_MADE -> "An admin made a link by which a new password can be set.";
            case PASSKEY_MADE -> "A passkey was made.";
            case PASSKEY_REMOVED -> "A passkey was removed.";
            case PROVIDER_LINKED -> "It was linked with %s.".formatted(notice.provider());
            case PROVIDER_UNLINKED -> "It was unlinked from %s.".formatted(notice.provider());
            case TOKEN_MADE -> "A token was made, by which a program can come in.";
        };
    }

    /// @param url where people reach the academy
    static Writing of(Mailed mailed, String url) {
        var link = url + "/join?token=" + mailed.token();
        var role = mailed.invitation().role();
        return role == null
                ? recovery(mailed.mail(), url, link)
                : invitation(mailed, role, url, link);
    }

    private static Writing invitation(Mailed mailed, Role role, String url, String link) {
        Invitation invitation = mailed.invitation();
        return new Writing(
                mailed.mail(),
                "An invitation to Backwright",
                """
                Good day,

                %s to be %s %s in the academy at %s

                This link opens an account for this address, once, until %s:

                %s

                Did you not expect it? Then leave it: without the link nothing happens.
                """
                        .formatted(
                                invitation.madeBy().isEmpty()
                                        ? "You are invited"
                                        : invitation.madeBy() + " invites you",
                                role == Role.LEARNER ? "a" : "an",
                                role.word(),
                                url,
                                DAY.format(invitation.expiresAt()),
                                link));
    }

    private static Writing recovery(String mail, String url, String link) {
        return new Writing(
                mail,
                "A new password for Backwright",
                """
                Good day,

                Somebody, probably you, asked for a new password in the academy at %s

                This link sets one, once, within %d minutes:

                %s

                Was it not you? Then leave it: your password stays as it is.
                """
                        .formatted(url, Invitations.MAILED_RECOVERY_LASTS.toMinutes(), link));
    }
}
