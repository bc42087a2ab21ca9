package dev.backwright.academy.submissions;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What learners work on, one draft for each of their labs. The moment it was saved at is its version: no two of a learner's lab
/// have the same.
@Component
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String FIRST =
            "insert into draft (person, lab, starter_digest, files, saved_at) values (:person, :lab, :starter, :files::jsonb, :at)";
    private static final String NEXT =
            "files = :files::jsonb, saved_at = greatest(:at, draft.saved_at + interval '1 millisecond')";

    private final JdbcClient db;

    Drafts(JdbcClient db) {
        this.db = db;
    }

    /// Saves over whatever is there. A draft keeps the starter it began with.
    Instant put(Learner learner, LabId lab, Draft draft) {
        return save(FIRST + " on conflict (person, lab) do update set " + NEXT, learner, lab, draft)
                .query(Drafts::savedAt)
                .single();
    }

    /// Saves the first one.
    ///
    /// @return when it counts as saved; nothing where there is one, which stays as it is
    Optional<Instant> begin(Learner learner, LabId lab, Draft draft) {
        return save(FIRST + " on conflict (person, lab) do nothing", learner, lab, draft)
                .query(Drafts::savedAt)
                .optional();
    }

    /// Saves over the one that was saved at this moment.
    ///
    /// @return when it counts as saved; nothing where another one is there, or none, and stays as it is
    Optional<Instant> goOn(Learner learner, LabId lab, Draft draft, Instant base) {
        return save(
                        "update draft set "
                                + NEXT
                                + " where person = :person and lab = :lab and saved_at = :base",
                        learner,
                        lab,
                        draft)
                .param("base", base.atOffset(ZoneOffset.UTC))
                .query(Drafts::savedAt)
                .optional();
    }

    private JdbcClient.StatementSpec save(
            String statement, Learner learner, LabId lab, Draft draft) {
        return db.sql(statement + " returning saved_at")
                .param("person", learner.person())
                .param("lab", lab.toString())
                .param("starter", draft.starterDigest())
                .param("files", JSON.writeValueAsString(draft.files()))
                .param("at", draft.savedAt().atOffset(ZoneOffset.UTC));
    }

    /// From now on it counts as begun with this starter.
    void rebase(Learner learner, LabId lab, String starterDigest) {
        db.sql("update draft set starter_digest = ? where person = ? and lab = ?")
                .params(starterDigest, learner.person(), lab.toString())
                .update();
    }

    /// The lab has another name now, and no draft under it.
    void move(Learner learner, LabId former, LabId lab) {
        db.sql("update draft set lab = ? where person = ? and lab = ?")
                .params(lab.toString(), learner.person(), former.toString())
                .update();
    }

    void remove(Learner learner, LabId lab) {
        db.sql("delete from draft where person = ? and lab = ?")
                .params(learner.person(), lab.toString())
                .update();
    }

    Optional<Draft> find(Learner learner, LabId lab) {
        return db.sql("select * from draft where person = ? and lab = ?")
                .params(learner.person(), lab.toString())
                .query((row, at) ->
                        new Draft(
                                row.getString("starter_digest"),
                                JSON.readValue(row.getString("files"), TEXTS),
                                savedAt(row, at)))
                .optional();
    }

    /// Everybody who has one of this lab.
    List<Learner> holders(LabId lab) {
        return db.sql("select person from draft where lab = ? order by person")
                .param(lab.toString())
                .query((row, at) -> new Learner(row.getObject("person", UUID.class)))
                .list();
    }

    private static Instant savedAt(ResultSet row, int at) throws SQLException {
        return row.getObject("saved_at", OffsetDateTime.class).toInstant();
    }
}
