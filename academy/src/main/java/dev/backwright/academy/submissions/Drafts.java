package dev.backwright.academy.submissions;

import dev.backwright.judge.LabId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a learner works on, one per lab. The moment it was saved at is its version: no two of a lab have the same.
@Component
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String FIRST =
            "insert into draft (lab, starter_digest, files, saved_at) values (:lab, :starter, :files::jsonb, :at)";
    private static final String NEXT =
            "files = :files::jsonb, saved_at = greatest(:at, draft.saved_at + interval '1 millisecond')";

    private final JdbcClient db;

    Drafts(JdbcClient db) {
        this.db = db;
    }

    /// Saves over whatever is there. A draft keeps the starter it began with.
    Instant put(LabId lab, Draft draft) {
        return save(FIRST + " on conflict (lab) do update set " + NEXT, lab, draft)
                .query(Drafts::savedAt)
                .single();
    }

    /// Saves the first one.
    ///
    /// @return when it counts as saved; nothing where there is one, which stays as it is
    Optional<Instant> begin(LabId lab, Draft draft) {
        return save(FIRST + " on conflict (lab) do nothing", lab, draft)
                .query(Drafts::savedAt)
                .optional();
    }

    /// Saves over the one that was saved at this moment.
    ///
    /// @return when it counts as saved; nothing where another one is there, or none, and stays as it is
    Optional<Instant> goOn(LabId lab, Draft draft, Instant base) {
        return save(
                        "update draft set " + NEXT + " where lab = :lab and saved_at = :base",
                        lab,
                        draft)
                .param("base", base.atOffset(ZoneOffset.UTC))
                .query(Drafts::savedAt)
                .optional();
    }

    private JdbcClient.StatementSpec save(String statement, LabId lab, Draft draft) {
        return db.sql(statement + " returning saved_at")
                .param("lab", lab.toString())
                .param("starter", draft.starterDigest())
                .param("files", JSON.writeValueAsString(draft.files()))
                .param("at", draft.savedAt().atOffset(ZoneOffset.UTC));
    }

    /// From now on it counts as begun with this starter.
    void rebase(LabId lab, String starterDigest) {
        db.sql("update draft set starter_digest = ? where lab = ?")
                .params(starterDigest, lab.toString())
                .update();
    }

    /// The lab has another name now, and no draft under it.
    void move(LabId former, LabId lab) {
        db.sql("update draft set lab = ? where lab = ?")
                .params(lab.toString(), former.toString())
                .update();
    }

    void remove(LabId lab) {
        db.sql("delete from draft where lab = ?").param(lab.toString()).update();
    }

    Optional<Draft> find(LabId lab) {
        return db.sql("select * from draft where lab = ?")
                .param(lab.toString())
                .query((row, at) ->
                        new Draft(
                                row.getString("starter_digest"),
                                JSON.readValue(row.getString("files"), TEXTS),
                                savedAt(row, at)))
                .optional();
    }

    private static Instant savedAt(ResultSet row, int at) throws SQLException {
        return row.getObject("saved_at", OffsetDateTime.class).toInstant();
    }
}
