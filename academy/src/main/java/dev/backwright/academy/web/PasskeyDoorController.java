package dev.backwright.academy.web;

import dev.backwright.academy.accounts.SignIn;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.web.guard.Ceremony;
import dev.backwright.academy.web.guard.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// In by a passkey. Why one is not good, nobody is told.
@RestController
@RequestMapping(path = "/api/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
@ForMany
final class PasskeyDoorController {

    private final Ceremony ceremony;
    private final SignIn door;
    private final Sessions sessions;

    PasskeyDoorController(Ceremony ceremony, SignIn door, Sessions sessions) {
        this.ceremony = ceremony;
        this.door = door;
        this.sessions = sessions;
    }

    @PostMapping("/challenge")
    ResponseEntity<String> challenge(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ceremony.forAnybody(request));
    }

    /// @param next where they wanted to go
    /// @return where they may go
    @PostMapping
    Map<String, String> signIn(
            @RequestBody Ceremony.Answer answer,
            @RequestParam(defaultValue = "/") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var passkey = ceremony.proven(request, answer);
        return switch (door.attempt(passkey.orElse(null), request.getRemoteAddr())) {
            case SignIn.Result.In(var account) -> {
                sessions.begin(request, account, passkey.orElseThrow());
                yield Map.of("next", SignInPage.own(next));
            }
            case SignIn.Result.Wrong() ->
                    throw refused(
                            "No account here is opened by this passkey, or it took too long. Try again, or sign in another way.");
            case SignIn.Result.Suspended() ->
                    throw refused(
                            "This account is suspended. An admin of this academy can let you in again.");
            case SignIn.Result.TooMany(var wait) -> {
                response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
                throw tooMany(wait);
            }
        };
    }

    private static CannotAnswer refused(String says) {
        return CannotAnswer.refused(says, List.of());
    }

    private static CannotAnswer tooMany(Duration wait) {
        return CannotAnswer.tooMany(
                "Too many tries. Try again in %d minutes.".formatted(wait.toMinutes() + 1));
    }
}
