package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Identity;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.ProviderSignIn;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.providers.Passage;
import dev.backwright.academy.web.guard.Sessions;
import dev.backwright.academy.web.guard.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// To a provider and back: to come in, to join by a link, or to link an account.
@RestController
@ForMany
final class ProviderController {

    private final Passages passages;
    private final Arrival arrival;

    ProviderController(Passages passages, Arrival arrival) {
        this.passages = passages;
        this.arrival = arrival;
    }

    @PostMapping(path = "/sign-in/provider", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String provider,
            @RequestParam(defaultValue = "/") String next,
            @RequestParam(defaultValue = "") String token,
            HttpServletRequest request) {
        return passages.begin(provider, Optional.empty(), next, token, request.getRemoteAddr());
    }

    @PostMapping(path = "/me/providers", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> link(
            Account account,
            @RequestParam(defaultValue = "") String provider,
            HttpServletRequest request) {
        return passages.begin(provider, Optional.of(account), "/me", "", request.getRemoteAddr());
    }

    @GetMapping(path = "/sign-in/back/{provider}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> back(
            @PathVariable String provider,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String iss,
            @RequestParam(defaultValue = "") String error,
            HttpServletRequest request) {
        var known = passages.provider(provider);
        Passage passage = null;
        try {
            passage = passages.comingBack(request, provider, state);
            var answer = Passages.answer(known, code, iss, error);
            var to = arrival.of(passage, known.identify(passage, answer), request);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.SET_COOKIE, passages.over())
                    .location(URI.create(to))
                    .build();
        } catch (CannotAnswer e) {
            return passages.lost(known, passage, e);
        }
    }

    /// What becomes of somebody who comes back known.
    @Component
    @ForMany
    static final class Arrival {

        private final ProviderSignIn door;
        private final Invitations invitations;
        private final Sessions sessions;
        private final Visitors visitors;

        Arrival(
                ProviderSignIn door,
                Invitations invitations,
                Sessions sessions,
                Visitors visitors) {
            this.door = door;
            this.invitations = invitations;
            this.sessions = sessions;
            this.visitors = visitors;
        }

        /// @return where they go on
        /// @throws CannotAnswer where they stay out
        String of(Passage passage, Identity identity, HttpServletRequest request) {
            if (!passage.person().isEmpty()) {
                return link(passage, identity);
            }
            if (isInvited(passage) && !door.knows(identity)) {
                sessions.begin(request, door.join(passage.token(), identity));
                return "/";
            }
            var entered = door.signIn(identity);
            if (entered.passwordGone()) {
                sessions.endAll(entered.account().person());
            }
            sessions.begin(request, entered.account());
            return onward(passage, entered);
        }

        private static String onward(Passage passage, ProviderSignIn.Entered entered) {
            if (entered.passwordGone()) {
                return "/me?done=" + MeController.Done.PASSWORD_GONE;
            }
            return passage.token().isEmpty()
                    ? SignInPage.own(passage.next())
                    : "/join?token=" + passage.token();
        }

        /// A link back into an account is none to a new one.
        private boolean isInvited(Passage passage) {
            return !passage.token().isEmpty()
                    && invitations
                            .open(passage.token())
                            .filter(it -> it.role() != null)
                            .isPresent();
        }

        private String link(Passage passage, Identity identity) {
            Account own = visitors.present().account();
            if (own == null || !own.person().toString().equals(passage.person())) {
                throw CannotAnswer.notNow(
                        "You are signed in no longer, or as somebody else. Sign in, then link it again.");
            }
            door.link(own, identity);
            return "/me?done=" + MeController.Done.LINKED;
        }
    }
}
