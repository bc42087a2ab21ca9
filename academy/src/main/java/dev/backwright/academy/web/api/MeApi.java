package dev.backwright.academy.web.api;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.ForMany;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose token this is.
@RestController
@ForMany
final class MeApi {

    private final Etags etags;

    MeApi(Etags etags) {
        this.etags = etags;
    }

    record Me(UUID id, String name, String mail, String role) {}

    @GetMapping("/api/me")
    ResponseEntity<byte[]> me(Account account) {
        return etags.answer(
                new Me(account.person(), account.name(), account.mail(), account.role().word()));
    }
}
