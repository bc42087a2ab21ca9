package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// An academy that was told to end keeps no connection: each answer is the last on its own, so that whoever asked comes to
/// another academy with what they ask next.
@Component
@ForMany
@Order(Ordered.HIGHEST_PRECEDENCE)
final class LastAnswers extends OncePerRequestFilter {

    private final Readiness readiness;

    LastAnswers(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (readiness.isEnding()) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
