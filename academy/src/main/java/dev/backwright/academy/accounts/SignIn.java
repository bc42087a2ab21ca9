package dev.backwright.academy.accounts;

import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Throttle;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Knows people by their address and password, or by a passkey, and takes no more guesses than a person makes.
@Component
@ForMany
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Duration SPAN = Duration.ofMinutes(15);

    private final Accounts accounts;
    private final Passwords passwords;

    /// On one account from one place; from one place, behind which a school may be; on one account from anywhere.
    private final Throttle pairs = new Throttle(10, SPAN);

    private final Throttle places = new Throttle(300, SPAN);
    private final Throttle mails = new Throttle(100, Duration.ofHours(1));

    SignIn(Accounts accounts, Passwords passwords) {
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /// What came of it.
    public sealed interface Result {

        record In(Account account) implements Result {}

        /// Which of the two was wrong is not told.
        record Wrong() implements Result {}

        /// What they brought was right, and the door is closed to them.
        record Suspended() implements Result {}

        record TooMany(Duration pause) implements Result {}
    }

    /// @param place the address the request came from
    public Result attempt(String mail, String password, String place) {
        var key = mail.strip().toLowerCase(Locale.ROOT);
        var wait =
                Stream.of(pairs.take(key + " " + place), places.take(place), mails.take(key))
                        .flatMap(Optional::stream)
                        .max(Duration::compareTo);
        if (wait.isPresent()) {
            LOG.warn("A sign-in was not tried: too many guesses before it");
            return new Result.TooMany(wait.get());
        }
        var account = accounts.byMail(key);
        if (account.isEmpty()) {
            passwords.isNobodys(password);
            LOG.info("A sign-in failed: nobody has that address");
            return new Result.Wrong();
        }
        var person = account.get().person();
        if (!knows(account.get(), password)) {
            LOG.info("A sign-in failed: a wrong password for person {}", person);
            return new Result.Wrong();
        }
        if (!account.get().suspended()) {
            pairs.forget(key + " " + place);
        }
        return let(account.get());
    }

    /// The same for whoever brings a passkey; whether it is good, the guard has found out.
    ///
    /// @param passkey `null` for one that is not
    public Result attempt(@Nullable Passkey passkey, String place) {
        var wait = places.take(place);
        if (wait.isPresent()) {
            LOG.warn("A sign-in was not tried: too many guesses before it");
            return new Result.TooMany(wait.get());
        }
        var account = Optional.ofNullable(passkey).map(Passkey::person).flatMap(accounts::byId);
        if (account.isEmpty()) {
            LOG.info("A sign-in failed: the passkey is not good");
            return new Result.Wrong();
        }
        return let(account.get());
    }

    private Result let(Account account) {
        if (account.suspended()) {
            LOG.info("A sign-in failed: person {} is suspended", account.person());
            return new Result.Suspended();
        }
        accounts.signedIn(account.person());
        return new Result.In(account);
    }

    /// Whether somebody who is in knows their password, too. Guesses are counted here as well.
    ///
    /// @throws CannotAnswer after too many
    boolean confirms(Account account, String password) {
        mails.take(account.person().toString())
                .ifPresent(wait -> {
                    throw CannotAnswer.tooMany(
                            "Too many guesses. Try again in %d minutes."
                                    .formatted(wait.toMinutes() + 1));
                });
        boolean knows = knows(account, password);
        if (!knows) {
            LOG.info("A wrong password of person {}, who is in", account.person());
        }
        return knows;
    }

    private boolean knows(Account account, String password) {
        var kept = accounts.password(account.person());
        if (kept.isEmpty()) {
            passwords.isNobodys(password);
        }
        return kept.isPresent() && passwords.is(password, kept.get());
    }
}
