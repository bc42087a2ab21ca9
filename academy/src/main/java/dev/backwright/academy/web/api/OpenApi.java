package dev.backwright.academy.web.api;

import dev.backwright.academy.platform.ForMany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What there is to ask, for programs: OpenAPI 3.1.
@RestController
@ForMany
final class OpenApi {

    private static final MediaType YAML =
            new MediaType("application", "yaml", StandardCharsets.UTF_8);

    @GetMapping("/api/openapi.yaml")
    ResponseEntity<byte[]> document() {
        try {
            return Etags.text(
                    new ClassPathResource("openapi.yaml")
                            .getContentAsString(StandardCharsets.UTF_8),
                    YAML);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
