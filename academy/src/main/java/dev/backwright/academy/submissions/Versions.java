package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Every version of every lab, numbered within its learner's lab, whole.
@Component
final class Versions {

    private static final OffsetDateTime EPOCH = Instant.EPOCH.atOffset(ZoneOffset.UTC);

    private final JdbcClient db;
    private final HandInRule rule;
    private final Quota quota;
    private final Clock clock;

    Versions(JdbcClient db, HandInRule rule, Quota quota, Clock clock) {
        this.db = db;
        this.rule = rule;
        this.quota = quota;
        this.clock = clock;
    }

    /// Stores files as the learner's next version of the lab. Wants a transaction: a learner's versions of one lab wait for each
    /// other in it.
    ///
    /// @throws dev.backwright.academy.platform.CannotAnswer where it is to be judged, and may not be handed in, or there is no room
    Version add(Learner learner, Lab lab, FileTree files, Version.Kind kind, long seed) {
        lock(learner, lab);
        if (kind == Version.Kind.CHECKED) {
            rule.require(learner, lab.id());
        }
        quota.require(learner, files);
        return store(learner, lab, files, kind, seed);
    }

    /// Keeps files that lay here in another place, whatever there is room for. Wants a transaction.
    void keep(Learner learner, Lab lab, FileTree files) {
        lock(learner, lab);
        store(learner, lab, files, Version.Kind.KEPT, 0);
    }

    private void lock(Learner learner, Lab lab) {
        db.sql("select pg_advisory_xact_lock(hashtext(?), hashtext(?))")
                .params(learner.person().toString(), lab.id().toString())
                .query((row, at) -> at)
                .list();
    }

    private Version store(Learner learner, Lab lab, FileTree files, Version.Kind kind, long seed) {
        var version =
                new Version(
                        UUID.randomUUID(),
                        learner,
                        lab.id(),
                        next("number", learner, lab.id()),
                        kind,
                        lab.digest(),
                        FilesDigest.of(files),
                        seed,
                        kind == Version.Kind.KEPT ? 0 : next("attempt", learner, lab.id()),
                        clock.instant());
        insert(version, files);
        return version;
    }

    /// A seed short enough to be typed.
    static long anySeed() {
        return ThreadLocalRandom.current().nextLong(1, 1_000_000);
    }

    private void insert(Version version, FileTree files) {
        db.sql(
                        """
                        insert into version
                            (id, person, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at, bytes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(
                        version.id(),
                        version.learner().person(),
                        version.lab().toString(),
                        version.number(),
                        version.kind().text(),
                        version.labDigest(),
                        version.filesDigest(),
                        version.seed(),
                        version.attempt(),
                        version.createdAt().atOffset(ZoneOffset.UTC),
                        Quota.bytes(files))
                .update();
        files.files()
                .forEach((path, content) ->
                        db.sql("insert into version_file (version, path, content) values (?, ?, ?)")
                                .params(version.id(), path, content)
                                .update());
    }

    Optional<Version> find(Learner learner, UUID id) {
        return db.sql("select * from version where person = ? and id = ?")
                .params(learner.person(), id)
                .query(Versions::version)
                .optional();
    }

    /// Whosever it is: for judges.
    Optional<Version> anybodys(UUID id) {
        return db.sql("select * from version where id = ?")
                .param(id)
                .query(Versions::version)
                .optional();
    }

    /// The latest first.
    List<Version> of(Learner learner, LabId lab) {
        return of(learner, lab, Integer.MAX_VALUE);
    }

    /// The same, so many at most.
    List<Version> of(Learner learner, LabId lab, int most) {
        return db.sql(
                        "select * from version where person = ? and lab = ? order by number desc limit ?")
                .params(learner.person(), lab.toString(), most)
                .query(Versions::version)
                .list();
    }

    /// The latest first, of all labs, but for those that were never to be judged.
    List<Version> latest(Learner learner, @Nullable Version before, int most) {
        return db.sql(
                        """
                        select * from version where person = :person and kind <> 'kept'
                            and (:none or (created_at, id) < (:at, :id)) order by created_at desc, id desc limit :most\
                        """)
                .param("person", learner.person())
                .param("none", before == null)
                .param("at", before == null ? EPOCH : before.createdAt().atOffset(ZoneOffset.UTC))
                .param("id", before == null ? learner.person() : before.id())
                .param("most", most)
                .query(Versions::version)
                .list();
    }

    /// The same of these labs alone, so many at most of each.
    List<Version> latest(Learner learner, Set<LabId> labs, @Nullable Version before, int most) {
        if (labs.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                        select * from (
                            select *, row_number() over (partition by lab order by created_at desc, id desc) as place
                            from version where person = :person and kind <> 'kept' and lab in (:labs)
                                and (:none or (created_at, id) < (:at, :id))
                        ) placed where place <= :most order by lab, place\
                        """)
                .param("person", learner.person())
                .param("labs", labs.stream().map(LabId::toString).toList())
                .param("none", before == null)
                .param("at", before == null ? EPOCH : before.createdAt().atOffset(ZoneOffset.UTC))
                .param("id", before == null ? learner.person() : before.id())
                .param("most", most)
                .query(Versions::version)
                .list();
    }

    FileTree files(UUID version) {
        var files = new TreeMap<String, byte[]>();
        db.sql("select path, content from version_file where version = ?")
                .param(version)
                .query(row -> {
                    files.put(row.getString("path"), row.getBytes("content"));
                });
        return new FileTree(files);
    }

    private int next(String column, Learner learner, LabId lab) {
        return db.sql(
                        "select coalesce(max("
                                + column
                                + "), 0) + 1 from version where person = ? and lab = ?")
                .params(learner.person(), lab.toString())
                .query(Integer.class)
                .single();
    }

    private static Version version(ResultSet row, int at) throws SQLException {
        return new Version(
                row.getObject("id", UUID.class),
                new Learner(row.getObject("person", UUID.class)),
                LabId.of(row.getString("lab")),
                row.getInt("number"),
                Version.Kind.of(row.getString("kind")),
                row.getString("lab_digest"),
                row.getString("files_digest"),
                row.getLong("seed"),
                row.getInt("attempt"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
