package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The table of predictions. It holds the last few thousand of each learner; what was answered longest ago goes first.
@Component
final class PredictionRows {

    static final int MOST = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SELECT =
            """
            select id, lab, question, chosen, times, wrong, box, answered_at, due_at from prediction
            """;

    private final JdbcClient db;

    PredictionRows(JdbcClient db) {
        this.db = db;
    }

    /// A row as far as it must be known to be counted.
    record Brief(UUID id, @Nullable LabId lab, String key, boolean ofLesson) {}

    Optional<Remembered> find(Learner learner, UUID id) {
        return db.sql(SELECT + "where person = ? and id = ?")
                .params(learner.person(), id)
                .query((row, at) -> row(row))
                .optional();
    }

    Optional<Remembered> find(Learner learner, @Nullable LabId lab, String key) {
        return db.sql(SELECT + "where person = ? and lab is not distinct from ? and key = ?")
                .param(learner.person())
                .param(name(lab))
                .param(key)
                .query((row, at) -> row(row))
                .optional();
    }

    /// Those that are due: what was answered wrongly first, then what has been due longest.
    List<Brief> due(Learner learner, Instant now) {
        return db.sql(
                        """
                        select id, lab, key, asked_by = 'lesson' from prediction
                        where person = ? and due_at <= ? order by box > 0, due_at, id\
                        """)
                .param(learner.person())
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, at) ->
                        new Brief(
                                Objects.requireNonNull(row.getObject(1, UUID.class)),
                                lab(row.getString(2)),
                                row.getString(3),
                                row.getBoolean(4)))
                .list();
    }

    Optional<Instant> next(Learner learner, Instant now) {
        return db.sql("select min(due_at) as due from prediction where person = ? and due_at > ?")
                .param(learner.person())
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, at) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    int count(Learner learner) {
        return db.sql("select count(*) from prediction where person = ?")
                .param(learner.person())
                .query(Integer.class)
                .single();
    }

    /// Writes it in place of what was there of the same question.
    void write(Learner learner, Remembered it) {
        insert(
                learner,
                it,
                """
                on conflict (person, lab, key) do update set question = excluded.question, chosen = excluded.chosen,
                    times = excluded.times, wrong = excluded.wrong, box = excluded.box,
                    answered_at = excluded.answered_at, due_at = excluded.due_at\
                """);
        db.sql(
                        """
                        delete from prediction where id in
                            (select id from prediction where person = ? order by answered_at desc, id offset ?)\
                        """)
                .params(learner.person(), MOST)
                .update();
    }

    /// Adds it where there is none of the same question.
    int add(Learner learner, Remembered it) {
        return insert(learner, it, "on conflict (person, lab, key) do nothing");
    }

    private int insert(Learner learner, Remembered it, String otherwise) {
        return db.sql(
                        """
                        insert into prediction
                            (id, person, lab, asked_by, key, question, chosen, times, wrong, box, answered_at, due_at)
                        values (:id, :person, :lab, :by, :key, :question::jsonb, :chosen, :times, :wrong, :box, :answeredAt, :dueAt)
                        """
                                + otherwise)
                .param("id", it.id())
                .param("person", learner.person())
                .param("lab", name(it.lab()))
                .param("by", it.ofLesson() ? "lesson" : "recording")
                .param("key", it.question().key())
                .param("question", JSON.writeValueAsString(it.question()))
                .param("chosen", it.chosen())
                .param("times", it.times())
                .param("wrong", it.wrong())
                .param("box", it.box().number())
                .param("answeredAt", it.answeredAt().atOffset(ZoneOffset.UTC))
                .param("dueAt", it.box().dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Remembered row(ResultSet row) throws SQLException {
        return new Remembered(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                lab(row.getString("lab")),
                JSON.readValue(row.getString("question"), Asked.class),
                row.getInt("chosen"),
                row.getInt("times"),
                row.getInt("wrong"),
                new Box(row.getInt("box"), time(row, "due_at")),
                time(row, "answered_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    private static @Nullable String name(@Nullable LabId lab) {
        return lab == null ? null : lab.toString();
    }

    private static @Nullable LabId lab(@Nullable String name) {
        return name == null ? null : LabId.of(name);
    }
}
