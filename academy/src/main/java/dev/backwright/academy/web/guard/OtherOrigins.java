package dev.backwright.academy.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/// Lets pages of other origins ask the API, those that the setting names: by token, never by cookie. Any other is told nothing, and is answered as if this were not here.
final class OtherOrigins extends CorsFilter {

    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    /// @param origins each as a browser says it
    OtherOrigins(Set<String> origins) {
        super(request -> named());
        setCorsProcessor(new Exactly(origins));
    }

    private static CorsConfiguration named() {
        var named = new CorsConfiguration();
        named.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        named.setAllowedHeaders(
                List.of("Authorization", "Content-Type", "Idempotency-Key", "If-None-Match"));
        named.setExposedHeaders(List.of("ETag", "Link", "Location", "Retry-After", "X-Request-Id"));
        named.setAllowCredentials(false);
        named.setMaxAge(PREFLIGHT_KEPT);
        return named;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return !path.startsWith("/api/") && !path.equals("/graphql");
    }

    /// Knows an origin by what a browser says, letter for letter; of anybody else it refuses preflights alone.
    private static final class Exactly extends DefaultCorsProcessor {

        private final Set<String> origins;

        Exactly(Set<String> origins) {
            this.origins = origins;
        }

        @Override
        protected @Nullable String checkOrigin(CorsConfiguration named, @Nullable String origin) {
            return origin != null && origins.contains(origin) ? origin : null;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration named,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var origin = request.getHeader("Origin");
            boolean known = origin != null && origins.contains(origin);
            if (known || CorsUtils.isPreFlightRequest(request)) {
                return super.processRequest(named, request, response);
            }
            response.addHeader("Vary", "Origin");
            return true;
        }
    }
}
