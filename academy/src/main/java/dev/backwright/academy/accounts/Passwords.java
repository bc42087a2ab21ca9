package dev.backwright.academy.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.backwright.academy.platform.ForMany;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/// What a password has to be, and how it is kept: as bcrypt.
@Component
@ForMany
final class Passwords {

    static final int FEWEST = 12;

    /// bcrypt reads no further.
    private static final int MOST_BYTES = 72;

    /// zxcvbn's for *safely unguessable: moderate protection from offline slow-hash scenario*; 10^8 to 10^10 guesses.
    private static final int STRONG = 3;

    /// About a quarter of a second on a present processor.
    private static final int COST = 12;

    private final Zxcvbn strength = new Zxcvbn();
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(COST);

    /// What an unknown account is compared with, so that it takes as long as a known one.
    private final String nobodys = encoder.encode("nobody's password");

    /// Why it will not do, in a sentence or two.
    ///
    /// @param known what others know of this person: name, address
    Optional<String> objection(String password, List<String> known) {
        if (password.codePointCount(0, password.length()) < FEWEST) {
            return Optional.of("A password has at least %d characters.".formatted(FEWEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(
                    "A password has at most %d bytes; letters with accents count for two or more."
                            .formatted(MOST_BYTES));
        }
        var measured = strength.measure(password, known);
        if (measured.getScore() >= STRONG) {
            return Optional.empty();
        }
        var why = measured.getFeedback().getWarning();
        return Optional.of(
                "This password is too easy to guess. %sTake several words that have nothing to do with each other."
                        .formatted(why.isBlank() ? "" : why.replaceFirst("[.]?$", ". ")));
    }

    String kept(String password) {
        return encoder.encode(password);
    }

    boolean is(String password, String kept) {
        return fits(password) && encoder.matches(password, kept);
    }

    /// Takes as long as [#is] and says no.
    void isNobodys(String password) {
        boolean _ = is(password, nobodys);
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
