package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Who somebody is, as a provider says.
///
/// @param issuer of the provider; a subject is unique there, and nowhere else
/// @param provider its name, for people
/// @param mail the address the provider has of them; empty for none
/// @param verified whether it has made sure that the address is theirs
/// @param name empty for none
public record Identity(
        String issuer,
        String provider,
        String subject,
        String mail,
        boolean verified,
        String name) {

    private static final int LONGEST_NAME = 80;

    /// The address, where it can be relied on.
    ///
    /// @throws CannotAnswer where it cannot
    String verifiedMail() {
        if (mail.isEmpty()) {
            throw refused(
                    "%s gives no mail address for you, and by that you are known here."
                            .formatted(provider));
        }
        if (!verified) {
            throw refused(
                    "%s has not verified that %s is your address. Have it verified there, then try again."
                            .formatted(provider, mail));
        }
        return mail;
    }

    /// Whether two texts are one address. Beyond ASCII letters of different alphabets fold into one another, so that there only the same is.
    static boolean sameMail(String one, String other) {
        return one.equals(other) || (isAscii(one) && isAscii(other) && one.equalsIgnoreCase(other));
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /// As who they would open an account: by their name where it is one, else by what stands before the @.
    Newcomer newcomer() {
        boolean usable = Newcomer.objections(name.strip()).isEmpty();
        var before = mail.substring(0, Math.max(0, mail.indexOf('@')));
        return new Newcomer(
                usable ? name : before.substring(0, Math.min(LONGEST_NAME, before.length())), mail);
    }

    static CannotAnswer refused(String says) {
        return CannotAnswer.refused(says, List.of());
    }
}
