package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
        if (!key.matches(FORM)) {
            throw CannotAnswer.malformed(
                    "An Idempotency-Key has 1 to 255 characters, visible ones of ASCII.");
        }
        var version =
                Objects.requireNonNull(
                        transaction.execute(status ->
                                before(learner, key)
                                        .map(it -> requireSame(it, lab, files))
                                        .orElseGet(() -> first(learner, lab, files, key))));
        submissions.wake();
        return version;
    }

    private static Version requireSame(Version made, Lab lab, FileTree files) {
        if (!made.lab().equals(lab.id()) || !made.filesDigest().equals(FilesDigest.of(files))) {
            throw CannotAnswer.refused(
                    "This Idempotency-Key was another request's. Take a new one for each submission.",
                    List.of());
        }
        return made;
    }

    /// What a request with this key made before. Two of them wait for each other here.
    private Optional<Version> before(Learner learner, String key) {
        db.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(learner.person().toString(), "once " + key)
                .query((row, at) -> at)
                .list();
        return db.sql("select version from idempotency where person = ? and key = ? and at > ?")
                .params(learner.person(), key, now().minus(KEPT))
                .query(UUID.class)
                .optional()
                .flatMap(it -> submissions.find(learner, it));
    }

    private Version first(Learner learner, Lab lab, FileTree files, String key) {
        var stored = submissions.store(learner, lab, files);
        db.sql("delete from idempotency where at <= ?").param(now().minus(KEPT)).update();
        db.sql("insert into idempotency (person, key, version, at) values (?, ?, ?, ?)")
                .params(learner.person(), key, stored.id(), now())
                .update();
        return stored;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
