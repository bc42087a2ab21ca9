package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.web.guard.Sessions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/// The tokens of one's own programs.
@RestController
@RequestMapping(path = "/me/tokens", produces = "text/html;charset=UTF-8")
@ForMany
final class TokensController {

    private final Pages pages;
    private final Frames frames;
    private final ApiTokens tokens;
    private final Around around;

    TokensController(Pages pages, Frames frames, ApiTokens tokens, Around around) {
        this.pages = pages;
        this.frames = frames;
        this.tokens = tokens;
        this.around = around;
    }

    /// Where one is, and how one came.
    @Component
    @ForMany
    record Around(Sessions sessions, Premises premises) {}

    @GetMapping
    ResponseEntity<String> tokens(Account account) {
        return show(200, account, null, null);
    }

    @PostMapping
    ResponseEntity<String> make(
            Account account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scope,
            @RequestParam(defaultValue = "30") int days) {
        try {
            var scopes =
                    scope.stream()
                            .map(Scope::of)
                            .filter(offered(account)::contains)
                            .collect(Collectors.toUnmodifiableSet());
            boolean byPasskey = around.sessions().came().byPasskey();
            return show(200, account, tokens.make(account, name, scopes, days, byPasskey), null);
        } catch (CannotAnswer e) {
            return show(e.status(), account, null, e.getMessage());
        }
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<String> revoke(Account account, @PathVariable UUID id) {
        tokens.revoke(account, id);
        return SignInController.to("/me/tokens");
    }

    private static List<Scope> offered(Account account) {
        return Stream.of(Scope.values())
                .filter(it -> it != Scope.COHORTS || account.role().mayAct(Role.INSTRUCTOR))
                .toList();
    }

    private ResponseEntity<String> show(
            int status, Account account, @Nullable String made, @Nullable String trouble) {
        var page =
                new TokensPage(
                        frames.frame(),
                        tokens.of(account),
                        offered(account),
                        "git clone %s/git/javascript/scope.git".formatted(around.premises().url()),
                        made,
                        trouble);
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(pages.view().tokens(page));
    }
}
