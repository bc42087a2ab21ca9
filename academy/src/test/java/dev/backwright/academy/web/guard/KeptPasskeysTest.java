package dev.backwright.academy.web.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Passkey;
import dev.backwright.academy.accounts.Passkeys;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/// What happens to a passkey between being found and being saved, as the library does it.
final class KeptPasskeysTest {

    @TempDir static Path home;

    private static OpenAcademy academy;
    private static Passkeys passkeys;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
        passkeys = academy.bean(Passkeys.class);
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void oneThatIsRemovedMeanwhileIsNotKeptAgain() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var person = member.account().person();
            var kept = KeptPasskeys.whereOneIsUsed(passkeys);
            var found = found(kept, person);
            kept.save(found);
            var id = passkeys.of(person).getFirst().id();
            member.send("/me", "/me/passkeys/" + id + "/remove", Map.of());
            assertThrows(IllegalArgumentException.class, () -> kept.save(found));
            assertTrue(passkeys.of(person).isEmpty());
        }
    }

    @Test
    void oneThatIsMadeMeanwhileIsNotMadeTwice() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var person = member.account().person();
            var kept = KeptPasskeys.whereOneIsMade(passkeys);
            var found = found(kept, person);
            var refused = assertThrows(CannotAnswer.class, () -> kept.save(found));
            assertEquals("This passkey is here already.", refused.getMessage());
            assertEquals(1, passkeys.of(person).size());
        }
    }

    private static CredentialRecord found(KeptPasskeys kept, UUID person) {
        var id = Bytes.random();
        passkeys.keep("a key", credential(id.toBase64UrlString(), passkeys.handle(person)));
        return Objects.requireNonNull(kept.findByCredentialId(id));
    }

    /// One that counts nothing.
    private static Passkey.Credential credential(String id, String handle) {
        return new Passkey.Credential(id, handle, "a2V5", "bWFkZQ", 0, false, false);
    }
}
