package dev.backwright.academy.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// All metrics, in Prometheus' text format, for whoever brings the token that the academy was started with. Behind a proxy
/// everybody seems to come from this machine, so where a request comes from counts for nothing.
@RestController
@ForMany
final class MetricsController {

    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final Gauges gauges;
    private final VerdictMeters verdicts;
    private final @Nullable String token;

    MetricsController(
            PrometheusMeterRegistry registry,
            Gauges gauges,
            VerdictMeters verdicts,
            Premises premises) {
        this.registry = registry;
        this.gauges = gauges;
        this.verdicts = verdicts;
        this.token = premises.places().serving().token();
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION) Optional<String> authorization) {
        if (token == null) {
            return plain(404).body("Metrics are there where BACKWRIGHT_METRICS_TOKEN is set.\n");
        }
        if (!isBearer(authorization.orElse(""), token)) {
            return plain(401)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .body("Bring the token of BACKWRIGHT_METRICS_TOKEN: Authorization: Bearer.\n");
        }
        if (gauges.look()) {
            verdicts.look();
        }
        return plain(200).body(registry.scrape());
    }

    private static ResponseEntity.BodyBuilder plain(int status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, TEXT);
    }

    private static boolean isBearer(String said, String token) {
        return MessageDigest.isEqual(said.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8));
    }
}
