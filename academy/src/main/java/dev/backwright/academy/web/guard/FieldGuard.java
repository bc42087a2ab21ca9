package dev.backwright.academy.web.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets no field of a form or an address in that is no text: what is not UTF-8, and what PostgreSQL takes for no character.
final class FieldGuard extends OncePerRequestFilter {

    private final Refusals refusals;

    FieldGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isText(request)) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, Refusal.NO_TEXT);
        }
    }

    private static boolean isText(HttpServletRequest request) {
        try {
            return request.getParameterMap().values().stream()
                    .flatMap(Arrays::stream)
                    .noneMatch(value -> value.indexOf('\0') >= 0);
        } catch (IllegalStateException e) {
            return false; // so says Tomcat what it cannot decode
        }
    }
}
