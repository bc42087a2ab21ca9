package dev.backwright.academy.submissions;

import dev.backwright.judge.LabId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What a learner works on, one per lab; the last one saved stays.
@Component
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient db;

    Drafts(JdbcClient db) {
        this.db = db;
    }

    /// A draft keeps the starter it began with.
    void save(LabId lab, Draft draft) {
        db.sql(
                        """
                        insert into draft (lab, starter_digest, files, saved_at) values (?, ?, ?::jsonb, ?)
                        on conflict (lab) do update set files = excluded.files, saved_at = excluded.saved_at\
                        """)
                .params(
                        lab.toString(),
                        draft.starterDigest(),
                        JSON.writeValueAsString(draft.files()),
                        draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// From now on it counts as begun with this starter.
    void rebase(LabId lab, String starterDigest) {
        db.sql("update draft set starter_digest = ? where lab = ?")
                .params(starterDigest, lab.toString())
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
                                row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
