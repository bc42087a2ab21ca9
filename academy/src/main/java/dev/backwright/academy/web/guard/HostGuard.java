package dev.backwright.academy.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers only to our own name: a page elsewhere that points its name at this machine gets nothing.
final class HostGuard extends OncePerRequestFilter {

    private final Set<String> hosts;
    private final Set<String> byAnyName;
    private final Refusals refusals;

    /// @param byAnyName paths that tell a browser nothing; machines ask them by whichever address they know
    HostGuard(Set<String> hosts, Set<String> byAnyName, Refusals refusals) {
        this.hosts = hosts;
        this.byAnyName = byAnyName;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var host = request.getHeader("Host");
        if ((host != null && hosts.contains(host))
                || byAnyName.contains(request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Refusal.FOREIGN_HOST);
        }
    }
}
