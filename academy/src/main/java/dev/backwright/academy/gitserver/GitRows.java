package dev.backwright.academy.gitserver;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.ForMany;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Repositories as they lie in the database.
@Component
@ForMany
final class GitRows {

    private final JdbcClient db;
    private final Clock clock;

    GitRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param sizes bytes of each of its files, by ending
    record Pack(UUID id, String source, long objects, long madeAt, Map<String, Long> sizes) {}

    Optional<UUID> repository(Learner learner, LabId lab) {
        return db.sql("select id from git_repository where person = ? and lab = ?")
                .params(learner.person(), lab.toString())
                .query(UUID.class)
                .optional();
    }

    /// @return false where there is one by now
    boolean begin(UUID id, Learner learner, LabId lab) {
        return db.sql(
                                """
                                insert into git_repository (id, person, lab) values (?, ?, ?)
                                on conflict (person, lab) do nothing\
                                """)
                        .params(id, learner.person(), lab.toString())
                        .update()
                > 0;
    }

    /// Lets nobody else change it until the transaction ends.
    ///
    /// @return false where it is gone, with its person
    boolean lock(UUID repository) {
        return db.sql("select id from git_repository where id = ? for update")
                .param(repository)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    List<Pack> packs(UUID repository) {
        Map<UUID, Pack> packs = new LinkedHashMap<>();
        db.sql(
                        """
                        select p.id, p.source, p.objects, (extract(epoch from p.made_at) * 1000)::bigint as made_at,
                            f.ending, octet_length(f.bytes) as size
                        from git_pack p join git_file f on f.pack = p.id
                        where p.repository = ? order by p.made_at, p.id\
                        """)
                .param(repository)
                .query(row -> {
                    var pack =
                            new Pack(
                                    row.getObject("id", UUID.class),
                                    row.getString("source"),
                                    row.getLong("objects"),
                                    row.getLong("made_at"),
                                    new TreeMap<>());
                    packs.computeIfAbsent(pack.id(), id -> pack)
                            .sizes()
                            .put(row.getString("ending"), row.getLong("size"));
                });
        return List.copyOf(packs.values());
    }

    /// @param files by ending
    void add(UUID repository, UUID pack, String source, long objects, Map<String, byte[]> files) {
        db.sql(
                        """
                        insert into git_pack (id, repository, source, objects, made_at)
                        values (?, ?, ?, ?, ?)\
                        """)
                .params(pack, repository, source, objects, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        files.forEach((ending, bytes) ->
                db.sql("insert into git_file (pack, ending, bytes) values (?, ?, ?)")
                        .params(pack, ending, bytes)
                        .update());
    }

    void remove(UUID pack) {
        db.sql("delete from git_pack where id = ?").param(pack).update();
    }

    /// A part of a file; nothing where the pack is gone.
    ///
    /// @param from the first byte, from 0
    Optional<byte[]> part(UUID pack, String ending, long from, int length) {
        return db.sql(
                        """
                        select substring(bytes from ? for ?) from git_file where pack = ? and ending = ?\
                        """)
                .params(Math.toIntExact(from + 1), length, pack, ending)
                .query((row, at) -> row.getBytes(1))
                .optional();
    }

    /// Bytes of all its packs.
    long size(UUID repository) {
        return db.sql(
                        """
                        select coalesce(sum(octet_length(f.bytes)), 0)
                        from git_pack p join git_file f on f.pack = p.id where p.repository = ?\
                        """)
                .param(repository)
                .query(Long.class)
                .single();
    }

    /// Full name and commit of each branch.
    Map<String, String> branches(UUID repository) {
        Map<String, String> branches = new TreeMap<>();
        db.sql("select name, head from git_branch where repository = ?")
                .param(repository)
                .query(row -> {
                    branches.put(row.getString("name"), row.getString("head"));
                });
        return branches;
    }

    /// @return false where there is one of this name by now
    boolean addBranch(UUID repository, String name, String head) {
        return db.sql(
                                """
                                insert into git_branch (repository, name, head) values (?, ?, ?)
                                on conflict (repository, name) do nothing\
                                """)
                        .params(repository, name, head)
                        .update()
                > 0;
    }

    /// @return false where it is not at `from` any more
    boolean moveBranch(UUID repository, String name, String from, String to) {
        return db.sql(
                                "update git_branch set head = ? where repository = ? and name = ? and head = ?")
                        .params(to, repository, name, from)
                        .update()
                > 0;
    }

    /// Where a person has one under both names, the present name's stays in use.
    void rename(LabId former, LabId lab) {
        db.sql(
                        """
                        update git_repository r set lab = :lab where r.lab = :former and not exists
                            (select from git_repository o where o.person = r.person and o.lab = :lab)\
                        """)
                .param("lab", lab.toString())
                .param("former", former.toString())
                .update();
    }
}
