package dev.backwright.academy.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets changes pass only from pages of ours, or with a key that no foreign page can bring.
final class OriginGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Origins origins;
    private final RequestMatcher withKey;
    private final Refusals refusals;

    OriginGuard(Origins origins, RequestMatcher withKey, Refusals refusals) {
        this.origins = origins;
        this.withKey = withKey;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())
                || withKey.matches(request)
                || origins.isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Refusal.FOREIGN_ORIGIN);
        }
    }
}
