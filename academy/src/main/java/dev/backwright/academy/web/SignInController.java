package dev.backwright.academy.web;

import dev.backwright.academy.accounts.SignIn;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In and out.
@RestController
@ForMany
final class SignInController {

    private final Form form;
    private final SignIn door;
    private final Sessions sessions;

    SignInController(Form form, SignIn door, Sessions sessions) {
        this.form = form;
        this.door = door;
        this.sessions = sessions;
    }

    /// The form as a page.
    @Component
    @ForMany
    static final class Form {

        private final Pages pages;
        private final Frames frames;
        private final WaysIn.Found ways;

        Form(Pages pages, Frames frames, WaysIn.Found ways) {
            this.pages = pages;
            this.frames = frames;
            this.ways = ways;
        }

        boolean isIn() {
            return frames.frame().isIn();
        }

        ResponseEntity<String> show(
                HttpStatus status, @Nullable String trouble, String mail, String next) {
            var page = new SignInPage(frames.frame(), mail, trouble, next, ways.all());
            return ResponseEntity.status(status)
                    .cacheControl(CacheControl.noStore())
                    .body(pages.view().signIn(page));
        }
    }

    @GetMapping(path = "/sign-in", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@RequestParam(defaultValue = "/") String next) {
        return form.isIn() ? to(SignInPage.own(next)) : form.show(HttpStatus.OK, null, "", next);
    }

    @PostMapping(path = "/sign-in", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (door.attempt(mail, password, request.getRemoteAddr())) {
            case SignIn.Result.In(var account) -> {
                sessions.begin(request, account);
                yield to(SignInPage.own(next));
            }
            case SignIn.Result.Wrong() ->
                    form.show(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "No account has this address with this password.",
                            mail,
                            next);
            case SignIn.Result.Suspended() ->
                    form.show(
                            HttpStatus.FORBIDDEN,
                            "This account is suspended. An admin of this academy can let you in again.",
                            mail,
                            next);
            case SignIn.Result.TooMany(var wait) -> {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                yield form.show(HttpStatus.TOO_MANY_REQUESTS, tooMany(wait), mail, next);
            }
        };
    }

    private static String tooMany(Duration wait) {
        return "Too many tries. Try again in %d minutes.".formatted(wait.toMinutes() + 1);
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
        return to("/sign-in");
    }

    /// Goes there by GET.
    static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
    }
}
