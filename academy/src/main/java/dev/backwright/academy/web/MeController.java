package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Membership;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.OpenSessions;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One's own account.
@RestController
@RequestMapping(path = "/me", produces = "text/html;charset=UTF-8")
@ForMany
final class MeController {

    private final MeSheet sheet;
    private final Membership membership;
    private final Sessions sessions;
    private final OpenSessions open;

    MeController(MeSheet sheet, Membership membership, Sessions sessions, OpenSessions open) {
        this.sheet = sheet;
        this.membership = membership;
        this.sessions = sessions;
        this.open = open;
    }

    @GetMapping
    ResponseEntity<String> me(
            Account account, @RequestParam(required = false) @Nullable Done done) {
        return sheet.show(200, account, done == null ? null : done.says, null);
    }

    /// What a page just done by a form is told to say.
    enum Done {
        NAME("Your name is changed."),
        PASSWORD(
                "Your password is changed. Wherever else you were signed in, you are no longer, and your tokens are taken back."),
        SESSIONS("Wherever else you were signed in, you are no longer."),
        SESSION("That browser is signed out."),
        LINKED("That is linked to your account: you can sign in by it from now on."),
        WITHDRAWN("The badge is withdrawn: its link says so to whoever opens it."),
        UNLINKED("That is no longer linked to your account."),
        PASSWORD_GONE(
                "You can sign in this way from now on. The password and the passkeys that this account had open nothing any more: nobody had shown that whoever set them owns the address. A link sets another password."),
        PASSKEY("Your passkey is made: sign in with it from now on."),
        PASSKEY_GONE(
                "That passkey opens nothing any more, whoever was in by it is out, and your tokens that were made after coming in by a passkey are taken back. Remove it from your device or password manager as well.");

        private final String says;

        Done(String says) {
            this.says = says;
        }
    }

    @PostMapping("/name")
    ResponseEntity<String> rename(Account account, @RequestParam(defaultValue = "") String name) {
        return trying(
                account,
                () -> {
                    membership.rename(account, name);
                    return SignInController.to("/me?done=NAME");
                });
    }

    @PostMapping("/password")
    ResponseEntity<String> changePassword(
            Account account,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        return trying(
                account,
                () -> {
                    membership.changePassword(account, present, next);
                    return onlyHere(account, request, Done.PASSWORD);
                });
    }

    @PostMapping("/sessions")
    ResponseEntity<String> endOtherSessions(Account account, HttpServletRequest request) {
        return onlyHere(account, request, Done.SESSIONS);
    }

    @PostMapping("/sessions/{id}/end")
    ResponseEntity<String> endSession(Account account, @PathVariable String id) {
        if (!open.end(account, id)) {
            throw CannotAnswer.notFound("There is no such session of yours: it has ended already.");
        }
        return SignInController.to("/me?done=" + Done.SESSION);
    }

    @PostMapping("/delete")
    ResponseEntity<String> delete(
            Account account,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return trying(
                account,
                () -> {
                    membership.leave(account, password);
                    sessions.endAll(account.person());
                    sessions.end(request, response);
                    return SignInController.to("/sign-in");
                });
    }

    private ResponseEntity<String> onlyHere(
            Account account, HttpServletRequest request, Done done) {
        sessions.onlyHere(request, account);
        return SignInController.to("/me?done=" + done);
    }

    private ResponseEntity<String> trying(Account account, Step step) {
        try {
            return step.take();
        } catch (CannotAnswer e) {
            return sheet.show(e.status(), account, null, e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Step {
        ResponseEntity<String> take();
    }
}
