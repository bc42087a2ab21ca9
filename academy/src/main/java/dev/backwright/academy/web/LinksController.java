package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.letters.Letters;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Links for others: shown to the admin who makes them, to be handed over, or mailed.
@RestController
@RequestMapping(path = "/people", produces = "text/html;charset=UTF-8")
@ForMany
final class LinksController {

    private static final String SHOWN = "The link below lets in who has it. It is shown this once.";

    private final PeopleController.Sheet sheet;
    private final Invitations invitations;
    private final Letters letters;

    LinksController(PeopleController.Sheet sheet, Invitations invitations, Letters letters) {
        this.sheet = sheet;
        this.invitations = invitations;
        this.letters = letters;
    }

    /// @param mailed whether the link goes to the address that it is for
    @PostMapping("/invitations")
    ResponseEntity<String> invite(
            Account admin,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "1") int uses,
            @RequestParam(defaultValue = "false") boolean mailed) {
        return sheet.trying(() -> {
            var only = mail.strip();
            if (mailed && letters.areSent() && !only.isEmpty()) {
                letters.invite(admin, role, only);
                return sheet.show(200, null, onItsWay("An invitation", only), null);
            }
            var token =
                    only.isEmpty()
                            ? invitations.invite(admin, role, null, uses)
                            : invitations.invite(admin, role, only, 1);
            return sheet.show(200, token, SHOWN, null);
        });
    }

    private static String onItsWay(String what, String mail) {
        return "%s is on its way to %s. If it cannot be sent, this page says so."
                .formatted(what, mail);
    }

    @PostMapping("/invitations/{id}/revoke")
    ResponseEntity<String> revoke(Account admin, @PathVariable UUID id) {
        invitations.revoke(admin, id);
        return SignInController.to("/people");
    }

    /// For a letter that cannot be sent: a link to hand over.
    @PostMapping("/invitations/{id}/link")
    ResponseEntity<String> link(Account admin, @PathVariable UUID id) {
        return sheet.trying(() -> {
            letters.dropInvitation(id);
            var token =
                    invitations
                            .renew(admin, id)
                            .orElseThrow(() ->
                                    CannotAnswer.notFound("There is no such invitation any more."));
            return sheet.show(200, token, SHOWN, null);
        });
    }

    @PostMapping("/letters/{id}/again")
    ResponseEntity<String> again(@PathVariable UUID id) {
        letters.again(id);
        return SignInController.to("/people");
    }

    /// @param mailed whether it goes to their address
    @PostMapping("/{id}/recovery")
    ResponseEntity<String> recover(
            Account admin,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean mailed) {
        var whose = sheet.account(id);
        if (mailed && letters.areSent()) {
            letters.recover(whose);
            return sheet.show(200, null, onItsWay("A link for a new password", whose.mail()), null);
        }
        letters.dropRecovery(whose);
        return sheet.show(
                200,
                invitations.recover(admin, whose),
                "Give %s the link below. It sets a new password, once, within a day, and is shown this once."
                        .formatted(whose.name()),
                null);
    }
}
