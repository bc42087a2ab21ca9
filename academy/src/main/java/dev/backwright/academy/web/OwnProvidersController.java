package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ProviderSignIn;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.providers.Providers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Which providers know somebody no longer.
@RestController
@ForMany
final class OwnProvidersController {

    private final MeSheet sheet;
    private final ProviderSignIn door;
    private final Providers providers;

    OwnProvidersController(MeSheet sheet, ProviderSignIn door, Providers providers) {
        this.sheet = sheet;
        this.door = door;
        this.providers = providers;
    }

    @PostMapping(path = "/me/providers/unlink", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> unlink(Account account, @RequestParam(defaultValue = "") String issuer) {
        try {
            door.unlink(account, issuer, providers.name(issuer));
            return SignInController.to("/me?done=" + MeController.Done.UNLINKED);
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), account, null, e.getMessage());
        }
    }
}
