package dev.backwright.academy.web;

import dev.backwright.academy.accounts.SignIn;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In and out.
@RestController
@ForMany
final class SignInController {

    private final Pages pages;
    private final Frames frames;
    private final SignIn door;
    private final Sessions sessions;

    SignInController(Pages pages, Frames frames, SignIn door, Sessions sessions) {
        this.pages = pages;
        this.frames = frames;
        this.door = door;
        this.sessions = sessions;
    }

    @GetMapping(path = "/sign-in", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@RequestParam(defaultValue = "/") String next) {
        var frame = frames.frame();
        return frame.isIn()
                ? to(SignInPage.own(next))
                : PageController.html(pages.view().signIn(new SignInPage(frame, "", null, next)));
    }

    @PostMapping(path = "/sign-in", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request) {
        return switch (door.attempt(mail, password, request.getRemoteAddr())) {
            case SignIn.Result.In(var account) -> {
                sessions.begin(request, account);
                yield to(SignInPage.own(next));
            }
            case SignIn.Result.Wrong() ->
                    again(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "No account has this address with this password.",
                            mail,
                            next);
            case SignIn.Result.Suspended() ->
                    again(
                            HttpStatus.FORBIDDEN,
                            "This account is suspended. An admin of this academy can let you in again.",
                            mail,
                            next);
            case SignIn.Result.TooMany(var wait) ->
                    again(HttpStatus.TOO_MANY_REQUESTS, tooMany(wait), mail, next);
        };
    }

    private static String tooMany(Duration wait) {
        return "Too many tries. Try again in %d minutes.".formatted(wait.toMinutes() + 1);
    }

    private ResponseEntity<String> again(
            HttpStatus status, String trouble, String mail, String next) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(pages.view().signIn(new SignInPage(frames.frame(), mail, trouble, next)));
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
