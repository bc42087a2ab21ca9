package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.PasskeyCare;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.Ceremony;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// One's own passkeys: a script makes them, forms remove them.
@RestController
@ForMany
final class OwnPasskeysController {

    private final Ceremony ceremony;
    private final PasskeyCare care;
    private final Sessions sessions;
    private final MeSheet sheet;

    OwnPasskeysController(Ceremony ceremony, PasskeyCare care, Sessions sessions, MeSheet sheet) {
        this.ceremony = ceremony;
        this.care = care;
        this.sessions = sessions;
        this.sheet = sheet;
    }

    /// @param password `null` where none has to be shown
    record Asked(@Nullable String password) {}

    /// @param name as its owner calls it
    record Made(@Nullable String name, Ceremony.@Nullable Answer answer) {}

    @PostMapping(path = "/api/me/passkeys/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> challenge(
            Account account, @RequestBody Asked asked, HttpServletRequest request) {
        var password = asked.password();
        care.requireProof(account, sessions.came(), password == null ? "" : password);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ceremony.forOne(account, request));
    }

    /// @return where they go on
    @PostMapping(path = "/api/me/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> make(Account account, @RequestBody Made made, HttpServletRequest request) {
        var name = made.name();
        var answer = made.answer();
        if (answer == null) {
            throw CannotAnswer.malformed("A passkey is made by what the browser answers.");
        }
        care.requireUnlocked(account, sessions.came());
        ceremony.make(account, request, answer, name == null ? "" : name);
        return Map.of("next", "/me?done=" + MeController.Done.PASSKEY);
    }

    /// Whoever is in by it is out.
    @PostMapping(path = "/me/passkeys/{id}/remove", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> remove(Account account, @PathVariable UUID id) {
        try {
            care.remove(account, sessions.came(), id);
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), account, null, e.getMessage());
        }
        sessions.endThose(account, id);
        return SignInController.to("/me?done=" + MeController.Done.PASSKEY_GONE);
    }
}
