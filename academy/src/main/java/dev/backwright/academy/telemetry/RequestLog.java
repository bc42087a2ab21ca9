package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// One line about each request when it is over, as `delivery/logging` teaches it: method, path without its query, status,
/// milliseconds. It names nobody.
@Component
@ForMany
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestLog extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String BEGUN = RequestLog.class.getName();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = begun(request);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error e) {
            write(request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, begun);
            throw e;
        }
        if (!request.isAsyncStarted()) {
            write(request, response.getStatus(), begun);
        }
    }

    /// @return a moment of [System#nanoTime]; one that goes on elsewhere began where it came in
    private static long begun(HttpServletRequest request) {
        if (request.getAttribute(BEGUN) instanceof Long known) {
            return known;
        }
        long now = System.nanoTime();
        request.setAttribute(BEGUN, now);
        return now;
    }

    private static void write(HttpServletRequest request, int status, long begun) {
        LOG.atLevel(level(request, status))
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("status", status)
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun))
                .log("request");
    }

    /// What machines ask every few seconds would hide all else.
    private static Level level(HttpServletRequest request, int status) {
        var path = request.getRequestURI();
        boolean read = path.equals("/metrics") && status < 400;
        if (read || path.startsWith("/health/")) {
            return Level.DEBUG;
        }
        return status < 400 ? Level.INFO : status < 500 ? Level.WARN : Level.ERROR;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}
