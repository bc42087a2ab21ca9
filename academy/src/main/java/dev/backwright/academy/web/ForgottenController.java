package dev.backwright.academy.web;

import dev.backwright.academy.letters.Letters;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// *Forgot your password?* Whether an address has an account, the answer does not tell.
@RestController
@RequestMapping(path = "/sign-in/forgotten", produces = "text/html;charset=UTF-8")
@ForMany
final class ForgottenController {

    private final Pages pages;
    private final Frames frames;
    private final Letters letters;

    ForgottenController(Pages pages, Frames frames, Letters letters) {
        this.pages = pages;
        this.frames = frames;
        this.letters = letters;
    }

    @GetMapping
    ResponseEntity<String> page() {
        requireMail();
        return show(200, false, null);
    }

    @PostMapping
    ResponseEntity<String> ask(
            @RequestParam(defaultValue = "") String mail, HttpServletRequest request) {
        requireMail();
        try {
            letters.recover(mail, request.getRemoteAddr());
            return show(200, true, null);
        } catch (CannotAnswer e) {
            return show(e.status(), false, e.getMessage());
        }
    }

    private void requireMail() {
        if (!letters.areSent()) {
            throw CannotAnswer.notFound(
                    "This academy sends no mail. An admin gives you a link for a new password.");
        }
    }

    private ResponseEntity<String> show(int status, boolean asked, @Nullable String trouble) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(pages.view().forgotten(new ForgottenPage(frames.frame(), asked, trouble)));
    }
}
