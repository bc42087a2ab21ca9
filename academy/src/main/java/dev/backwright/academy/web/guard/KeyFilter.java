package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.StartKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows the learner by the cookie of this start, the command line by the key itself.
final class KeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final StartKey key;
    private final String cookieName;

    KeyFilter(StartKey key, String cookieName) {
        this.key = key;
        this.cookieName = cookieName;
    }

    /// Whether the request brings the key itself. No foreign page can make a browser do that.
    static boolean isBearer(HttpServletRequest request, StartKey key) {
        var header = request.getHeader("Authorization");
        return header != null
                && header.startsWith(BEARER)
                && key.is(header.substring(BEARER.length()));
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isBearer(request, key) || hasCookie(request)) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(
                            Learner.SOLO, null, List.of()));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    /// A server-sent stream ends on another thread, as the same learner.
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private boolean hasCookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(cookieName))
                        .map(Cookie::getValue)
                        .anyMatch(key::isCookie);
    }
}
