package dev.backwright.academy.web.guard;

import dev.backwright.academy.platform.Premises;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Collectors;

/// Which pages of browsers are ours: those of our own hosts, each with our scheme.
final class Origins {

    private final Set<String> own;

    Origins(Premises premises) {
        var url = premises.url();
        var scheme = url.substring(0, url.indexOf("://") + 3);
        this.own =
                premises.hosts().stream()
                        .map(scheme::concat)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a request says that it comes from a page of ours.
    boolean isOwn(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null
                && own.contains(origin)
                && origin.endsWith("://" + request.getHeader("Host"));
    }

    /// Whether a request says that it comes from a page elsewhere.
    boolean isForeign(HttpServletRequest request) {
        return request.getHeader("Origin") != null && !isOwn(request);
    }
}
