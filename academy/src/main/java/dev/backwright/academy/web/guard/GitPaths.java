package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What git itself asks for. It brings a token as the password of HTTP Basic (RFC 7617), with any name; cookies count for nothing there.
final class GitPaths {

    static final String CHALLENGE = "Basic realm=\"Backwright\", charset=\"UTF-8\"";

    private static final String BASIC = "basic ";
    private static final String PUSH = "git-receive-pack";

    private GitPaths() {}

    static boolean is(HttpServletRequest request) {
        return request.getServletPath().startsWith("/git/");
    }

    /// Whether it brings what is pushed.
    static boolean isPush(HttpServletRequest request) {
        return is(request) && request.getServletPath().endsWith("/" + PUSH);
    }

    /// What a token has to be for. `git push` asks first for what is there, where `git clone` does.
    ///
    /// @param usual what the table says
    static Set<Scope> scopes(HttpServletRequest request, Set<Scope> usual) {
        boolean asks = is(request) && request.getServletPath().endsWith("/info/refs");
        return asks && PUSH.equals(request.getParameter("service")) ? Set.of(Scope.SUBMIT) : usual;
    }

    /// The token, if git brings one.
    static @Nullable String token(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        if (!is(request) || header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            var pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            var text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 || text.substring(colon + 1).isBlank()
                    ? null
                    : text.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return null; // not of the shape that RFC 7617 has
        }
    }
}
