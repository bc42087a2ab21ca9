package dev.backwright.academy.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets changes pass only from pages of ours, or with a key that no foreign page can bring.
final class OriginGuard extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> own;
    private final RequestMatcher withKey;
    private final Refusals refusals;

    /// @param hosts of which every change comes, each with the scheme of `url`
    OriginGuard(String url, Set<String> hosts, RequestMatcher withKey, Refusals refusals) {
        var scheme = url.substring(0, url.indexOf("://") + 3);
        this.own = hosts.stream().map(scheme::concat).collect(Collectors.toUnmodifiableSet());
        this.withKey = withKey;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod()) || withKey.matches(request) || isOwn(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Refusal.FOREIGN_ORIGIN);
        }
    }

    private boolean isOwn(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null
                && own.contains(origin)
                && origin.endsWith("://" + request.getHeader("Host"));
    }
}
