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
