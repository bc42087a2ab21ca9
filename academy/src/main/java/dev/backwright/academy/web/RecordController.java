package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.submissions.Reruns;
import dev.backwright.academy.submissions.Verdicts;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The evidence behind a badge, for those who may read it: the report of which it has the digest, and the version run again.
@RestController
@RequestMapping("/submissions/{id}")
@ForMany
final class RecordController {

    private final ReadableVersions readable;
    private final Catalog catalog;
    private final Reruns reruns;
    private final Verdicts verdicts;

    RecordController(ReadableVersions readable, Catalog catalog, Reruns reruns, Verdicts verdicts) {
        this.readable = readable;
        this.catalog = catalog;
        this.reruns = reruns;
        this.verdicts = verdicts;
    }

    /// @param badge to which it leads back; else to the version
    @PostMapping("/again")
    ResponseEntity<String> again(
            Account reader,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID badge) {
        var version = readable.version(reader, id);
        reruns.begin(version, catalog.lab(version.lab()));
        return SignInController.to(badge == null ? "/submissions/" + id : "/badges/" + badge);
    }

    @GetMapping("/reports/{digest}")
    ResponseEntity<byte[]> report(
            Account reader, @PathVariable UUID id, @PathVariable String digest) {
        var version = readable.version(reader, id);
        var report =
                verdicts.report(version.id(), digest)
                        .orElseThrow(() -> CannotAnswer.notFound("There is no such report."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(report.getBytes(StandardCharsets.UTF_8));
    }
}
