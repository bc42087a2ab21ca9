package dev.backwright.academy.progress;

import dev.backwright.academy.submissions.FilesDigest;
import dev.backwright.judge.LabId;
import dev.backwright.judge.ReportJson;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds rows of an archive that are not there yet; each call says how many it added.
final class ArchiveInsert {

    private final JdbcClient db;
    private final UnaryOperator<LabId> presentName;

    /// @param presentName the id that a lab has now
    ArchiveInsert(JdbcClient db, UnaryOperator<LabId> presentName) {
        this.db = db;
        this.presentName = presentName;
    }

    private String name(LabId lab) {
        return presentName.apply(lab).toString();
    }

    /// A version keeps its number where that is free, else it takes the next one.
    int version(ArchiveRows.Version row) {
        int added =
                db.sql(
                                """
                                insert into version
                                    (id, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at)
                                select :id, :lab,
                                    case when exists (select from version where lab = :lab and number = :number)
                                        then (select max(number) + 1 from version where lab = :lab)
                                        else :number end,
                                    :kind, :labDigest, :filesDigest, :seed, :attempt, :createdAt
                                on conflict (id) do nothing\
                                """)
                        .param("id", row.id())
                        .param("lab", name(row.lab()))
                        .param("number", row.number())
                        .param("kind", row.kind())
                        .param("labDigest", row.labDigest())
                        .param("filesDigest", FilesDigest.of(row.files()))
                        .param("seed", row.seed())
                        .param("attempt", row.attempt())
                        .param("createdAt", row.createdAt())
                        .update();
        if (added == 1) {
            files(row);
            judging(row);
        }
        return added;
    }

    private void files(ArchiveRows.Version row) {
        row.files()
                .files()
                .forEach((path, content) ->
                        db.sql("insert into version_file values (?, ?, ?)")
                                .params(row.id(), path, content)
                                .update());
    }

    /// What was never judged where it comes from is judged here.
    private void judging(ArchiveRows.Version row) {
        if (row.kind().equals("kept")) {
            return;
        }
        var report = row.report();
        var judgedAt = row.judgedAt();
        db.sql(
                        """
                        insert into judging (version, state, verdict, report, judged_at)
                        values (?, ?, ?, ?::jsonb, ?)\
                        """)
                .param(row.id())
                .param(report == null ? "queued" : "done")
                .param(report == null ? null : report.verdict().name().toLowerCase(Locale.ROOT))
                .param(report == null ? null : ReportJson.write(report))
                .param(judgedAt == null && report != null ? row.createdAt() : judgedAt)
                .update();
    }

    int draft(ArchiveRows.Draft row) {
        return db.sql(
                        """
                        insert into draft (lab, starter_digest, files, saved_at)
                        values (?, ?, ?::jsonb, ?) on conflict do nothing\
                        """)
                .params(name(row.lab()), row.starterDigest(), row.files(), row.savedAt())
                .update();
    }

    int hint(ArchiveRows.Hint row) {
        return db.sql(
                        """
                        insert into hint_opened (lab, check_id, tier, opened_at)
                        values (?, ?, ?, ?) on conflict do nothing\
                        """)
                .params(name(row.lab()), row.check(), row.tier(), row.openedAt())
                .update();
    }

    int solution(ArchiveRows.Solution row) {
        return db.sql("insert into solution_seen values (?, ?) on conflict do nothing")
                .params(name(row.lab()), row.seenAt())
                .update();
    }

    int recall(ArchiveRows.Recall row) {
        return db.sql("insert into recall values (?, ?) on conflict do nothing")
                .params(name(row.lab()), row.recalledAt())
                .update();
    }

    int prediction(Remembered row) {
        var lab = row.lab();
        return new PredictionRows(db).add(row.of(lab == null ? null : presentName.apply(lab)));
    }
}
