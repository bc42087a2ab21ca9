package dev.backwright.academy.web.api;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.submissions.Standing;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.Report;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// All that one has handed in, page by page.
@RestController
@ForMany
final class SubmissionsApi {

    private static final int MOST = 100;

    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Premises premises;
    private final Etags etags;

    SubmissionsApi(Submissions submissions, Verdicts verdicts, Premises premises, Etags etags) {
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.premises = premises;
        this.etags = etags;
    }

    /// @param version of this lab, from 1
    /// @param state `queued`, `running` or `done`
    /// @param verdict `passed`, `failed` or `unjudged`; `null` before there is one
    record Line(
            UUID id,
            String lab,
            int version,
            String createdAt,
            String state,
            @Nullable String verdict) {}

    /// @param before the last one of the page before
    @GetMapping("/api/submissions")
    ResponseEntity<byte[]> page(
            Learner learner,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable UUID before) {
        if (limit < 1 || limit > MOST) {
            throw CannotAnswer.malformed("limit is from 1 to %d.".formatted(MOST));
        }
        var from = before == null ? null : known(learner, before);
        var found = submissions.latest(learner, from, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            answer.header(HttpHeaders.LINK, next(limit, shown.getLast()));
        }
        var standings = verdicts.standings(shown.stream().map(Version::id).toList());
        return etags.answer(
                shown.stream()
                        .map(it -> line(it, Optional.ofNullable(standings.get(it.id()))))
                        .toList(),
                answer);
    }

    private Version known(Learner learner, UUID id) {
        return submissions
                .find(learner, id)
                .orElseThrow(() -> CannotAnswer.notFound("There is no submission " + id + "."));
    }

    private String next(int limit, Version last) {
        return "<%s/api/submissions?limit=%d&before=%s>; rel=\"next\""
                .formatted(premises.url(), limit, last.id());
    }

    private static Line line(Version version, Optional<Standing> standing) {
        return new Line(
                version.id(),
                version.lab().toString(),
                version.number(),
                version.createdAt().toString(),
                standing.map(Standing::word).orElse("queued"),
                standing.filter(Standing::done)
                        .map(Standing::report)
                        .map(Report::verdict)
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
    }
}
