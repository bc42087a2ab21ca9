package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Throttle;
import dev.backwright.academy.providers.Answer;
import dev.backwright.academy.providers.Passage;
import dev.backwright.academy.providers.Provider;
import dev.backwright.academy.providers.Providers;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The ways to providers that browsers are on. A browser keeps its own, for ten minutes, and is on one at a time.
@Component
@ForMany
final class Passages {

    private static final Duration LASTS = Duration.ofMinutes(10);

    /// From one place, behind which a school may be.
    private final Throttle places = new Throttle(300, Duration.ofMinutes(15));

    private final Providers providers;
    private final Premises premises;
    private final Pages pages;
    private final Frames frames;

    Passages(Providers providers, Premises premises, Pages pages, Frames frames) {
        this.providers = providers;
        this.premises = premises;
        this.pages = pages;
        this.frames = frames;
    }

    /// @throws CannotAnswer where nobody signs in through it here
    Provider provider(String key) {
        return providers
                .byKey(key)
                .orElseThrow(
                        () -> CannotAnswer.notFound("Nobody signs in through this provider here."));
    }

    /// Sends a browser on its way. The page leads there by itself, and not by an answer to a form: so forms can stay forbidden to lead anywhere else.
    ResponseEntity<String> begin(
            String key, Optional<Account> account, String next, String token, String place) {
        var provider = provider(key);
        var person = account.map(it -> it.person().toString()).orElse("");
        var passage = Passage.begun(provider.access().key(), person, next, token);
        try {
            take(place);
            var address = provider.address(passage).toString();
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.SET_COOKIE, cookie(passage.cookie(), LASTS))
                    .header("Refresh", "0; url=" + address)
                    .body(page(provider, address, null, back(passage)));
        } catch (CannotAnswer e) {
            return lost(provider, passage, e);
        }
    }

    private void take(String place) {
        places.take(place)
                .ifPresent(wait -> {
                    throw CannotAnswer.tooMany(
                            "Too many tries. Try again in %d minutes."
                                    .formatted(wait.toMinutes() + 1));
                });
    }

    /// The way that a browser comes back from.
    ///
    /// @throws CannotAnswer where it did not set out here, or not so
    Passage comingBack(HttpServletRequest request, String key, String state) {
        take(request.getRemoteAddr());
        return kept(request)
                .filter(it -> it.leadsBackFrom(key, state))
                .orElseThrow(() ->
                        refused(
                                "This sign-in was not begun in this browser, or more than ten minutes ago. Begin again."));
    }

    /// @throws CannotAnswer where the answer is none
    static Answer answer(Provider provider, String code, String iss, String error) {
        if (code.isBlank()) {
            throw refused(
                    error.isEmpty() || error.equals("access_denied")
                            ? "You did not agree at %s.".formatted(provider.access().name())
                            : "%s does not let you in here.".formatted(provider.access().name()));
        }
        return new Answer(code, iss);
    }

    /// Back, and not in.
    ResponseEntity<String> lost(Provider provider, @Nullable Passage passage, CannotAnswer why) {
        var answer = ResponseEntity.status(why.status()).cacheControl(CacheControl.noStore());
        if (passage == null) { // somebody else may be on theirs
            return answer.body(page(provider, null, why.getMessage(), "/sign-in"));
        }
        return answer.header(HttpHeaders.SET_COOKIE, over())
                .body(page(provider, null, why.getMessage(), back(passage)));
    }

    /// Whatever came of it, it is over.
    String over() {
        return cookie("", Duration.ZERO);
    }

    private String page(
            Provider provider, @Nullable String address, @Nullable String trouble, String back) {
        return pages.view()
                .passage(
                        new PassagePage(
                                frames.frame(), provider.access().name(), address, trouble, back));
    }

    private static String back(Passage passage) {
        if (!passage.person().isEmpty()) {
            return "/me";
        }
        return passage.token().isEmpty() ? "/sign-in" : "/join?token=" + passage.token();
    }

    private Optional<Passage> kept(HttpServletRequest request) {
        var cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(it -> it.getName().equals(name()))
                .findFirst()
                .flatMap(it -> Passage.of(it.getValue()));
    }

    private String name() {
        return premises.cookieName("passage");
    }

    private String cookie(String value, Duration lasts) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(premises.isHttps())
                .sameSite("Lax")
                .path("/")
                .maxAge(lasts)
                .build()
                .toString();
    }

    private static CannotAnswer refused(String says) {
        return CannotAnswer.refused(says, List.of());
    }
}
