package dev.backwright.academy.web.guard;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Challenges;
import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// How passkeys are made and used (WebAuthn): the browser is asked something that is good once, and what it has signed is
/// looked at. Whoever holds the passkey has always shown that it is them, by finger, face or PIN.
///
/// ```text
///   forOne / forAnybody ──► challenge ──► authenticator ──► Answer ──► make / proven
/// ```
@Component
@ForMany
public final class Ceremony {

    private static final Logger LOG = LoggerFactory.getLogger(Ceremony.class);
    private static final String TO_COME_IN = "to come in";

    private final RelyingParty party;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final PasskeyOptions options;
    private final WebAuthnRelyingPartyOperations making;
    private final WebAuthnRelyingPartyOperations using;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Ceremony(RelyingParty party, Passkeys passkeys, Challenges challenges) {
        this.party = party;
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.options = new PasskeyOptions(party, passkeys);
        this.making = operations(party, KeptPasskeys.whereOneIsMade(passkeys));
        this.using = operations(party, KeptPasskeys.whereOneIsUsed(passkeys));
    }

    private static WebAuthnRelyingPartyOperations operations(
            RelyingParty party, KeptPasskeys kept) {
        return new Webauthn4JRelyingPartyOperations(
                new PasskeyHolders(kept.passkeys()), kept, party.entity(), party.origins());
    }

    /// What a browser answers, in base64url; what an answer of its kind has not is `null`.
    public record Answer(
            @Nullable String id,
            @Nullable String clientDataJSON,
            @Nullable String attestationObject,
            @Nullable String authenticatorData,
            @Nullable String signature,
            @Nullable String userHandle) {}

    /// What the browser has to know to make a passkey for somebody, as JSON.
    ///
    /// @throws CannotAnswer where passkeys do not work
    public String forOne(Account account, HttpServletRequest request) {
        var challenge = ask(toMake(account), request);
        return json.writeValueAsString(options.toMake(account, challenge));
    }

    /// What the browser has to know to use a passkey of whomever, as JSON.
    ///
    /// @throws CannotAnswer where passkeys do not work
    public String forAnybody(HttpServletRequest request) {
        return json.writeValueAsString(options.toUse(ask(TO_COME_IN, request)));
    }

    private Bytes ask(String purpose, HttpServletRequest request) {
        party.obstacle()
                .ifPresent(why -> {
                    throw CannotAnswer.refused(why, List.of());
                });
        var challenge = Bytes.random();
        challenges.keep(challenge.toBase64UrlString(), purpose, Visitors.csrf(request));
        return challenge;
    }

    private static String toMake(Account account) {
        return "to make one for " + account.person();
    }

    /// Keeps what the browser has made.
    ///
    /// @throws CannotAnswer where it is not what was asked for
    public void make(Account account, HttpServletRequest request, Answer answer, String name) {
        try {
            var challenge = answered(answer, toMake(account), request);
            var registered =
                    making.registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    options.toMake(account, challenge),
                                    new RelyingPartyPublicKey(PasskeyAnswers.made(answer), name)));
            LOG.info(
                    "Person {} has a passkey{}",
                    account.person(),
                    registered.isBackupState() ? ", kept beyond its device" : "");
        } catch (WebAuthnException | IllegalArgumentException | JacksonException e) {
            LOG.info("A passkey was not made: {}", e.getClass().getSimpleName());
            throw CannotAnswer.refused(
                    "This passkey was not taken: what your browser sent is not what it was asked for, or came too late. Try again.",
                    List.of());
        }
    }

    /// The passkey that has signed.
    ///
    /// @return nothing where it did not, for whatever reason
    public Optional<Passkey> proven(HttpServletRequest request, Answer answer) {
        try {
            var challenge = answered(answer, TO_COME_IN, request);
            var credential = PasskeyAnswers.used(answer);
            var passkey = passkeys.byCredential(credential.getRawId().toBase64UrlString());
            if (passkey.isEmpty()
                    || !passkey.get().credential().handle().equals(answer.userHandle())) {
                return Optional.empty();
            }
            using.authenticate(
                    new RelyingPartyAuthenticationRequest(options.toUse(challenge), credential));
            return passkey;
        } catch (MaliciousCounterValueException e) {
            passkeys.wentBack(PasskeyAnswers.bytes(answer.id()).toBase64UrlString());
            return Optional.empty();
        } catch (WebAuthnException | IllegalArgumentException | JacksonException e) {
            LOG.info("A passkey was not believed: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// The challenge that was answered, if we asked it this browser for this.
    private Bytes answered(Answer answer, String purpose, HttpServletRequest request) {
        var told = json.readTree(PasskeyAnswers.bytes(answer.clientDataJSON()).getBytes());
        var challenge = told.path("challenge").asString("");
        if (!challenges.use(challenge, purpose, Visitors.csrf(request))) {
            throw new IllegalArgumentException("nobody was asked this");
        }
        return Bytes.fromBase64(challenge);
    }
}
