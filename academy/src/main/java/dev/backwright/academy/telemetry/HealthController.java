package dev.backwright.academy.telemetry;

import dev.backwright.academy.platform.ForMany;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// For whoever starts academies again and sends requests to them.
@RestController
@RequestMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
@ForMany
final class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    /// 200 as long as it answers at all: a database that is away is no reason to start it again.
    @GetMapping("/live")
    ResponseEntity<Map<String, String>> live() {
        return says(200, Map.of("status", "up"));
    }

    /// 503 while nothing should be sent here.
    @GetMapping("/ready")
    ResponseEntity<Map<String, String>> ready() {
        return readiness
                .hindrance()
                .map(why -> says(503, Map.of("status", "down", "detail", why)))
                .orElseGet(() -> says(200, Map.of("status", "up")));
    }

    private static ResponseEntity<Map<String, String>> says(int status, Map<String, String> body) {
        return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
    }
}
