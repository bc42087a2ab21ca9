package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.badges.Badges;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own badges: taken, and taken back.
@RestController
@RequestMapping(path = "/me/badges", produces = "text/html;charset=UTF-8")
@ForMany
final class OwnBadgesController {

    private final Badges badges;
    private final MeSheet sheet;

    OwnBadgesController(Badges badges, MeSheet sheet) {
        this.badges = badges;
        this.sheet = sheet;
    }

    @PostMapping
    ResponseEntity<String> take(Account account, @RequestParam(defaultValue = "") String step) {
        try {
            return SignInController.to("/badges/" + badges.take(account, step).id());
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), account, null, e.getMessage());
        }
    }

    @PostMapping("/{id}/withdraw")
    ResponseEntity<String> withdraw(Account account, @PathVariable UUID id) {
        badges.withdraw(account, id);
        return SignInController.to("/me?done=" + MeController.Done.WITHDRAWN);
    }
}
