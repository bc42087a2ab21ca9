package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.judge.LabId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is written beside the lines of a version, between its learner and those who lead a cohort that they are in.
@Component
public final class Comments {

    private static final int LONGEST = 2000;
    private static final int MOST = 200;

    private final JdbcClient db;
    private final Clock clock;

    Comments(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param author who wrote it, by their present name; empty where they have left
    /// @param by the author's id; `null` where they have left
    public record Comment(
            UUID id,
            String path,
            int line,
            String author,
            @Nullable UUID by,
            String text,
            Instant at) {}

    /// A version with something new beside it.
    public record News(UUID version, LabId lab, int number, int comments) {}

    /// Whose version it is, if this account may read it: their own, or of somebody in a cohort that they lead; an admin may read all.
    ///
    /// @param as the role they act in
    public Optional<Learner> readable(Account reader, Role as, UUID version) {
        return db.sql(
                        """
                        select v.person from version v where v.id = :version and (:all or v.person = :reader
                            or :leads and exists (select from cohort_member l join cohort_member m using (cohort)
                                where l.person = :reader and l.leads and m.person = v.person and not m.leads))\
                        """)
                .param("version", version)
                .param("all", as == Role.ADMIN)
                .param("leads", as.mayAct(Role.INSTRUCTOR))
                .param("reader", reader.person())
                .query(UUID.class)
                .optional()
                .map(Learner::new);
    }

    /// The name of whose version it is.
    public String name(Learner learner) {
        return db.sql("select name from account where person = ?")
                .param(learner.person())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// All beside a version, in the order in which they were written.
    public List<Comment> of(UUID version) {
        return db.sql(
                        """
                        select c.id, c.path, c.line, coalesce(a.name, '') as author, c.author as by, c.text, c.written_at
                        from comment c left join account a on a.person = c.author
                        where c.version = ? order by c.written_at, c.id\
                        """)
                .param(version)
                .query((row, number) ->
                        new Comment(
                                row.getObject("id", UUID.class),
                                row.getString("path"),
                                row.getInt("line"),
                                row.getString("author"),
                                row.getObject("by", UUID.class),
                                row.getString("text"),
                                row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// @throws CannotAnswer where there is nothing to say, or too much
    public void write(Account author, UUID version, String path, int line, String text) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw CannotAnswer.refused(
                    "A comment has 1 to %,d characters.".formatted(LONGEST), List.of());
        }
        if (of(version).size() >= MOST) {
            throw CannotAnswer.refused(
                    "There are %d comments on this version already.".formatted(MOST), List.of());
        }
        db.sql(
                        """
                        insert into comment (id, version, path, line, author, text, written_at)
                        values (?, ?, ?, ?, ?, ?, ?)\
                        """)
                .params(UUID.randomUUID(), version, path, line, author.person(), said, now())
                .update();
    }

    /// Takes back what they wrote themselves.
    public void takeBack(Account author, UUID version, UUID comment) {
        db.sql("delete from comment where id = ? and version = ? and author = ?")
                .params(comment, version, author.person())
                .update();
    }

    /// Whatever others wrote beside this version is no longer new to its learner.
    public void read(Learner learner, UUID version) {
        db.sql(
                        """
                        update comment set read_at = ? where version = ? and read_at is null
                            and author is distinct from ?\
                        """)
                .params(now(), version, learner.person())
                .update();
    }

    /// What is new to a learner, the latest version first.
    public List<News> news(Learner learner) {
        return db.sql(
                        """
                        select v.id, v.lab, v.number, count(*) as comments from comment c join version v on v.id = c.version
                        where v.person = :person and c.read_at is null and c.author is distinct from :person
                        group by v.id, v.lab, v.number, v.created_at order by v.created_at desc limit 10\
                        """)
                .param("person", learner.person())
                .query((row, number) ->
                        new News(
                                row.getObject("id", UUID.class),
                                LabId.of(row.getString("lab")),
                                row.getInt("number"),
                                row.getInt("comments")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
