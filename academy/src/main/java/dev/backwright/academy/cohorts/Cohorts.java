package dev.backwright.academy.cohorts;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.AuditLog;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.ForMany;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The cohorts. An instructor has those that they lead, an admin has all; any other is not there.
@Component
@ForMany
public final class Cohorts {

    private static final int LONGEST_NAME = 80;

    private static final String COLUMNS =
            """
            select id, name, zone, (select count(*) from cohort_member where cohort = id and not leads) as people
            from cohort\
            """;

    private static final String LED =
            " where (:all or exists (select from cohort_member where cohort = id and person = :person and leads))";

    private final JdbcClient db;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Cohorts(JdbcClient db, AuditLog audit, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Somebody in a cohort.
    public record Member(UUID person, String name, String mail) {}

    /// Those that this account leads, by name.
    public List<Cohort> of(Account leader) {
        return led(COLUMNS + LED + " order by lower(name), id", leader).list();
    }

    /// @throws CannotAnswer where there is none, or none of theirs
    public Cohort of(Account leader, UUID id) {
        return find(leader, id)
                .orElseThrow(() -> CannotAnswer.notFound("There is no such cohort."));
    }

    /// Another's is not found.
    public Optional<Cohort> find(Account leader, UUID id) {
        return db.sql(COLUMNS + LED + " and id = :id")
                .param("all", leader.role() == Role.ADMIN)
                .param("person", leader.person())
                .param("id", id)
                .query(Cohorts::row)
                .optional();
    }

    private JdbcClient.MappedQuerySpec<Cohort> led(String query, Account leader) {
        return db.sql(query)
                .param("all", leader.role() == Role.ADMIN)
                .param("person", leader.person())
                .query(Cohorts::row);
    }

    /// A new one, led by whoever makes it.
    ///
    /// @throws CannotAnswer where it is no name
    public Cohort make(Account leader, String name) {
        var id = UUID.randomUUID();
        var called = named(name);
        transaction.executeWithoutResult(status -> {
            db.sql("insert into cohort (id, name, created_at) values (?, ?, ?)")
                    .params(id, called, now())
                    .update();
            add(id, leader.person(), true);
            audit.write(leader, "made the cohort", called);
        });
        return new Cohort(id, called, 0, ZoneOffset.UTC);
    }

    private static String named(String name) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw CannotAnswer.refused(
                    "A cohort's name has 1 to %d characters.".formatted(LONGEST_NAME), List.of());
        }
        return called;
    }

    /// @throws CannotAnswer where it is no name
    public void rename(Account by, Cohort cohort, String name) {
        var called = named(name);
        db.sql("update cohort set name = ? where id = ?").params(called, cohort.id()).update();
        audit.write(by, "gave the cohort %s the name".formatted(cohort.name()), called);
    }

    /// Adds them; who leads it already goes on to lead it, and who learns in it may come to lead it.
    void add(UUID cohort, UUID person, boolean leads) {
        db.sql(
                        """
                        insert into cohort_member (cohort, person, leads, joined_at) values (?, ?, ?, ?)
                        on conflict (cohort, person) do update set leads = cohort_member.leads or excluded.leads\
                        """)
                .params(cohort, person, leads, now())
                .update();
    }

    /// Takes somebody out. What they made stays theirs.
    public void remove(Account by, Cohort cohort, UUID person) {
        people(cohort).stream()
                .filter(it -> it.person().equals(person))
                .findFirst()
                .ifPresent(it -> {
                    db.sql(
                                    "delete from cohort_member where cohort = ? and person = ? and not leads")
                            .params(cohort.id(), person)
                            .update();
                    audit.write(by, "took out of %s".formatted(cohort.name()), it.name(), person);
                });
    }

    /// Those who learn in it, by name.
    public List<Member> people(Cohort cohort) {
        return members(cohort, false);
    }

    /// Those who lead it, by name.
    public List<Member> leaders(Cohort cohort) {
        return members(cohort, true);
    }

    private List<Member> members(Cohort cohort, boolean lead) {
        return db.sql(
                        """
                        select account.person, account.name, account.mail from cohort_member join account using (person)
                        where cohort = ? and leads = ? order by lower(name), person\
                        """)
                .params(cohort.id(), lead)
                .query((row, number) ->
                        new Member(
                                row.getObject("person", UUID.class),
                                row.getString("name"),
                                row.getString("mail")))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Cohort row(ResultSet row, int number) throws SQLException {
        return new Cohort(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("people"),
                ZoneId.of(row.getString("zone")));
    }
}
