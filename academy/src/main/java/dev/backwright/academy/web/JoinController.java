package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Admission;
import dev.backwright.academy.accounts.Invitation;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Newcomer;
import dev.backwright.academy.cohorts.CohortLinks;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a link opens: a form for a new account, or for a new password.
@RestController
@ForMany
final class JoinController {

    private final Forms forms;
    private final Invitations invitations;
    private final Admission admission;
    private final Sessions sessions;

    JoinController(Forms forms, Invitations invitations, Admission admission, Sessions sessions) {
        this.forms = forms;
        this.invitations = invitations;
        this.admission = admission;
        this.sessions = sessions;
    }

    /// The form as a page.
    @Component
    @ForMany
    static final class Forms {

        private final Pages pages;
        private final Frames frames;
        private final CohortLinks cohorts;
        private final WaysIn.Found ways;

        Forms(Pages pages, Frames frames, CohortLinks cohorts, WaysIn.Found ways) {
            this.pages = pages;
            this.frames = frames;
            this.cohorts = cohorts;
            this.ways = ways;
        }

        ResponseEntity<String> show(
                int status,
                @Nullable Invitation invitation,
                String token,
                Newcomer written,
                @Nullable String trouble) {
            var fixed = invitation == null ? null : invitation.mail();
            var goal = invitation == null ? null : cohorts.goalOf(invitation.id()).orElse(null);
            var page =
                    new JoinPage(
                            frames.frame(),
                            invitation,
                            goal == null ? "" : goal.name(),
                            goal != null && goal.leads(),
                            token,
                            written.name(),
                            fixed == null ? written.mail() : fixed,
                            trouble,
                            ways.all());
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(pages.view().join(page));
        }
    }

    @GetMapping(path = "/join", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@RequestParam(defaultValue = "") String token) {
        var invitation = invitations.open(token);
        return forms.show(
                invitation.isPresent() ? 200 : 404,
                invitation.orElse(null),
                token,
                new Newcomer("", ""),
                null);
    }

    @PostMapping(path = "/join", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> join(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        var newcomer = new Newcomer(name, mail);
        try {
            sessions.begin(request, admitted(token, newcomer, password));
            return SignInController.to("/");
        } catch (CannotAnswer e) {
            var still = invitations.open(token);
            return forms.show(e.status(), still.orElse(null), token, newcomer, e.getMessage());
        }
    }

    /// Whoever is in need not come in again.
    @PostMapping(path = "/join/with-account", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> joinWithAccount(
            Account account, @RequestParam(defaultValue = "") String token) {
        try {
            admission.accept(token, account);
            return SignInController.to("/");
        } catch (CannotAnswer e) {
            var still = e.status() == 404 ? null : invitations.open(token).orElse(null);
            return forms.show(e.status(), still, token, new Newcomer("", ""), e.getMessage());
        }
    }

    /// A lost password may have been found by somebody else: whoever was in with it is out.
    private Account admitted(String token, Newcomer newcomer, String password) {
        boolean back = invitations.open(token).filter(it -> it.person() != null).isPresent();
        if (!back) {
            return admission.join(token, newcomer, password);
        }
        var account = admission.recover(token, password);
        sessions.endAll(account.person());
        return account;
    }
}
