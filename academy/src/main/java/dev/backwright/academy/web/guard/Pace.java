package dev.backwright.academy.web.guard;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.platform.Throttle;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nobody ask for more than a person at a keyboard does: of what makes a machine work least, of changes more, of pages most. A
/// page that reads everything of a person or of a cohort counts as many.
final class Pace extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern WORK =
            Pattern.compile(".*/(submissions|runs|recordings|import|again|git-receive-pack)");

    private static final Pattern EVERYTHING_OF_ONE = Pattern.compile("/api/export");
    private static final Pattern EVERYTHING_OF_MANY =
            Pattern.compile("(/api)?/cohorts/[^/]+(/grades\\.csv)?");

    private final Throttle work = new Throttle(30, MINUTE);
    private final Throttle changes = new Throttle(240, MINUTE);
    private final Throttle pages = new Throttle(1200, MINUTE);
    private final Refusals refusals;

    Pace(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = throttle(request).take(who(request), worth(request));
        if (wait.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
            refusals.refuse(request, response, Refusal.TOO_FAST);
        }
    }

    private Throttle throttle(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return request.getMethod().equals("GET") ? pages : changes;
        }
        return WORK.matcher(request.getServletPath()).matches() ? work : changes;
    }

    /// 20 exports a minute, 60 looks at a cohort.
    private static int worth(HttpServletRequest request) {
        var path = request.getServletPath();
        if (request.getMethod().equals("POST")) {
            return 1;
        }
        if (EVERYTHING_OF_ONE.matcher(path).matches()) {
            return 60;
        }
        return EVERYTHING_OF_MANY.matcher(path).matches() ? 20 : 1;
    }

    private static String who(HttpServletRequest request) {
        var known = Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
        return known.map(it -> it.getPrincipal() instanceof Account account ? account : null)
                .map(account -> account.person().toString())
                .orElseGet(request::getRemoteAddr);
    }
}
