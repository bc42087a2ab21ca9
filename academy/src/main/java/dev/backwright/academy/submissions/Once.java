package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Remembers for a day what a request with an `Idempotency-Key` made: sent again, because its answer was lost, it makes nothing twice.
@Component
final class Once {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String FORM = "[\\x21-\\x7e]{1,255}";

    private final JdbcClient db;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Once(JdbcClient db, Submissions submissions, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.submissions = submissions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Hands in as [Submissions#handIn] does, but once for each key.
    ///
    /// @param key of an `Idempotency-Key`
    /// @throws CannotAnswer where the key is none, or was another request's
    Version handIn(Learner learner, Lab lab, FileTree files, String key) {
        var request = lab.id() + " " + FilesDigest.of(files);
        var version =
                Objects.requireNonNull(
                        transaction.execute(status ->
                                before(learner, key, request)
                                        .flatMap(it -> submissions.find(learner, it))
                                        .orElseGet(() -> {
                                            var stored = submissions.store(learner, lab, files);
                                            remember(learner, key, request, stored.id());
                                            return stored;
                                        })));
        submissions.wake();
        return version;
    }

    private record Made(UUID version, String request) {}

    /// What this very request made before. Two requests with one key wait for each other here.
    ///
    /// @param request all that makes it the same request
    private Optional<UUID> before(Learner learner, String key, String request) {
        if (!key.matches(FORM)) {
            throw CannotAnswer.malformed(
                    "An Idempotency-Key has 1 to 255 characters, visible ones of ASCII.");
        }
        db.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(learner.person().toString(), "once " + key)
                .query((row, at) -> at)
                .list();
        var made =
                db.sql(
                                "select version, request from idempotency where person = ? and key = ? and at > ?")
                        .params(learner.person(), key, now().minus(KEPT))
                        .query((row, at) ->
                                new Made(
                                        row.getObject("version", UUID.class),
                                        row.getString("request")))
                        .optional();
        made.filter(it -> !it.request().equals(hash(request)))
                .ifPresent(it -> {
                    throw CannotAnswer.refused(
                            "This Idempotency-Key was another request's. Take a new one for each submission.",
                            List.of());
                });
        return made.map(Made::version);
    }

    private void remember(Learner learner, String key, String request, UUID version) {
        db.sql("delete from idempotency where at <= ?").param(now().minus(KEPT)).update();
        db.sql("insert into idempotency (person, key, request, version, at) values (?, ?, ?, ?, ?)")
                .params(learner.person(), key, hash(request), version, now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String hash(String request) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(request.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 comes with every Java", e);
        }
    }
}
