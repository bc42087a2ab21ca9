package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Membership;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.letters.Letters;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.web.guard.Sessions;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Others' accounts, for admins.
@RestController
@RequestMapping(path = "/people", produces = "text/html;charset=UTF-8")
@ForMany
final class PeopleController {

    private final Sheet sheet;
    private final Membership membership;
    private final Sessions sessions;

    PeopleController(Sheet sheet, Membership membership, Sessions sessions) {
        this.sheet = sheet;
        this.membership = membership;
        this.sessions = sessions;
    }

    @GetMapping
    ResponseEntity<String> people() {
        return sheet.show(200, null, null, null);
    }

    @PostMapping("/{id}/role")
    ResponseEntity<String> setRole(Account admin, @PathVariable UUID id, @RequestParam Role role) {
        return sheet.trying(() -> {
            membership.setRole(admin, sheet.account(id), role);
            return SignInController.to("/people");
        });
    }

    /// Whoever is suspended is out at once.
    @PostMapping("/{id}/suspended")
    ResponseEntity<String> setSuspended(
            Account admin, @PathVariable UUID id, @RequestParam boolean suspended) {
        return sheet.trying(() -> {
            membership.setSuspended(admin, sheet.account(id), suspended);
            if (suspended) {
                sessions.endAll(id);
            }
            return SignInController.to("/people");
        });
    }

    /// The page, and who is on it.
    @Component
    @ForMany
    static final class Sheet {

        private final Pages pages;
        private final Frames frames;
        private final Directory directory;
        private final Premises premises;

        Sheet(Pages pages, Frames frames, Directory directory, Premises premises) {
            this.pages = pages;
            this.frames = frames;
            this.directory = directory;
            this.premises = premises;
        }

        Account account(UUID id) {
            return directory
                    .accounts()
                    .byId(id)
                    .orElseThrow(() -> CannotAnswer.notFound("There is no such account."));
        }

        ResponseEntity<String> trying(Supplier<ResponseEntity<String>> step) {
            try {
                return step.get();
            } catch (CannotAnswer e) {
                return show(e.status(), null, null, e.getMessage());
            }
        }

        ResponseEntity<String> show(
                int status,
                @Nullable String token,
                @Nullable String done,
                @Nullable String trouble) {
            var page =
                    new PeoplePage(
                            frames.frame(),
                            directory.accounts().all(),
                            directory.invitations().all(),
                            directory.audit().latest(),
                            directory.letters().areSent(),
                            directory.letters().troubled(),
                            token == null ? null : FirstAdmin.link(premises, token),
                            done,
                            trouble);
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(pages.view().people(page));
        }
    }

    /// All that is known of people.
    @Component
    @ForMany
    record Directory(Accounts accounts, Invitations invitations, AuditLog audit, Letters letters) {}
}
