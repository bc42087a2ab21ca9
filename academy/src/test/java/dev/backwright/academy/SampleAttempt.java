package dev.backwright.academy;

import dev.backwright.judge.Lab;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A version with its verdict, as it lies in the database.
///
/// @param fails ids of the checks that it fails
/// @param lease 0 for what was judged elsewhere
public record SampleAttempt(Lab lab, UUID person, Instant at, Collection<String> fails, int lease) {

    public void store(JdbcClient db) {
        var id = UUID.randomUUID();
        db.sql(
                        """
                        insert into version (id, person, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at)
                        values (:id, :person, :lab,
                            (select coalesce(max(number), 0) + 1 from version where person = :person and lab = :lab),
                            'checked', '', '', 1, 1, :at)\
                        """)
                .param("id", id)
                .param("person", person)
                .param("lab", lab.id().toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        db.sql(
                        """
                        insert into judging (version, state, lease, verdict, report, judged_at)
                        values (?, 'done', ?, ?, ?::jsonb, now())\
                        """)
                .params(id, lease, fails.isEmpty() ? "passed" : "failed", report())
                .update();
    }

    private String report() {
        return lab.checks().keySet().stream()
                .map(check ->
                        "{\"id\":\"%s\",\"title\":\"does %s\",\"outcome\":\"%s\"}"
                                .formatted(
                                        check, check, fails.contains(check) ? "failed" : "passed"))
                .collect(Collectors.joining(",", "{\"checks\":[", "]}"));
    }
}
