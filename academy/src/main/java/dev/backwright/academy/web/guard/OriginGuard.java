package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.StartKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets changes pass only from pages of ours, or with the key itself.
final class OriginGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final StartKey key;
    private final Refusals refusals;

    OriginGuard(StartKey key, Refusals refusals) {
        this.key = key;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())
                || KeyFilter.isBearer(request, key)
                || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Refusal.FOREIGN_ORIGIN);
        }
    }

    /// The host was looked at before.
    private static boolean isOwn(HttpServletRequest request) {
        return ("http://" + request.getHeader("Host")).equals(request.getHeader("Origin"));
    }
}
