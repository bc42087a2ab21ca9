package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.ForOne;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Premises.Solo;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Exchanges the start key for a cookie, so that the key stays out of addresses.
@Controller
@ForOne
final class EnterPage {

    private final Solo solo;
    private final Refusals refusals;

    EnterPage(Premises premises, Refusals refusals) {
        this.solo = premises.solo();
        this.refusals = refusals;
    }

    /// Cookies know no ports: each academy on a machine has a name of its own.
    static String cookieName(Solo solo) {
        return "backwright_" + solo.port().number();
    }

    @GetMapping("/enter")
    void enter(
            @RequestParam(defaultValue = "") String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!solo.key().is(key)) {
            refusals.refuse(request, response, Refusal.NO_KEY);
            return;
        }
        var cookie =
                ResponseCookie.from(cookieName(solo), solo.key().cookie())
                        .httpOnly(true)
                        .sameSite("Strict")
                        .path("/")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        response.sendRedirect("/");
    }
}
