package dev.backwright.academy.progress;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.submissions.FilesDigest;
import dev.backwright.academy.submissions.Quota;
import dev.backwright.judge.LabId;
import dev.backwright.judge.Report;
import dev.backwright.judge.ReportJson;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Adds rows of an archive that its learner has not yet; each call says how many it added.
final class ArchiveInsert {

    /// What the view `stored` counts a row for.
    private static final long OF_A_ROW = 100;

    private final JdbcClient db;
    private final Learner learner;
    private final UnaryOperator<LabId> presentName;
    private final ArchiveRules rules;
    private long left;

    /// @param learner whose the rows become
    /// @param presentName the id that a lab has now
    ArchiveInsert(
            JdbcClient db, Learner learner, UnaryOperator<LabId> presentName, ArchiveRules rules) {
        this.db = db;
        this.learner = learner;
        this.presentName = presentName;
        this.rules = rules;
        this.left = rules.room(learner);
    }

    /// @throws dev.backwright.academy.platform.CannotAnswer where the learner has no room for it
    private int counted(int rows, long bytes) {
        if (rows > 0) {
            left -= bytes;
            rules.requireRoom(left);
        }
        return rows;
    }

    private String name(LabId lab) {
        return presentName.apply(lab).toString();
    }

    int version(ArchiveRows.Version brought) {
        var row = mayBeJudged(brought) ? brought : brought.asKept();
        boolean added = add(row.id(), row) || (!isThere(row) && add(UUID.randomUUID(), row));
        return added ? 1 : 0;
    }

    private boolean mayBeJudged(ArchiveRows.Version row) {
        return row.kind().equals("kept") || rules.judges(learner, presentName.apply(row.lab()));
    }

    private boolean add(UUID id, ArchiveRows.Version row) {
        long bytes = bytes(row);
        boolean added = counted(insert(id, row, bytes), bytes) == 1;
        if (added) {
            files(id, row);
            judging(id, row);
        }
        return added;
    }

    private static long bytes(ArchiveRows.Version row) {
        var report = row.report();
        return Quota.bytes(row.files()) + (report == null ? 0 : ReportJson.write(report).length());
    }

    /// A version keeps its number where that is free, else it takes the next one.
    private int insert(UUID id, ArchiveRows.Version row, long bytes) {
        return db.sql(
                        """
                        insert into version
                            (id, person, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at, brought_at, bytes)
                        select :id, :person, :lab,
                            case when exists (select from version
                                    where person = :person and lab = :lab and number = :number)
                                then (select max(number) + 1 from version where person = :person and lab = :lab)
                                else :number end,
                            :kind, :labDigest, :filesDigest, :seed, :attempt, :createdAt, now(), :bytes
                        on conflict (id) do nothing\
                        """)
                .param("id", id)
                .param("person", learner.person())
                .param("lab", name(row.lab()))
                .param("number", row.number())
                .param("kind", row.kind())
                .param("labDigest", row.labDigest())
                .param("filesDigest", FilesDigest.of(row.files()))
                .param("seed", row.seed())
                .param("attempt", row.attempt())
                .param("createdAt", row.createdAt())
                .param("bytes", bytes)
                .update();
    }

    /// Whether the learner has it. Where another person has its id, that is none of the learner's business: it gets an id of its
    /// own, and is known again by what it is.
    private boolean isThere(ArchiveRows.Version row) {
        return db.sql(
                        """
                        select exists (select from version where person = :person and (id = :id
                            or lab = :lab and created_at = :createdAt and files_digest = :filesDigest))\
                        """)
                .param("id", row.id())
                .param("person", learner.person())
                .param("lab", name(row.lab()))
                .param("createdAt", row.createdAt())
                .param("filesDigest", FilesDigest.of(row.files()))
                .query(Boolean.class)
                .single();
    }

    private void files(UUID id, ArchiveRows.Version row) {
        row.files()
                .files()
                .forEach((path, content) ->
                        db.sql("insert into version_file values (?, ?, ?)")
                                .params(id, path, content)
                                .update());
    }

    /// What was never judged where it comes from is judged here.
    private void judging(UUID id, ArchiveRows.Version row) {
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
                .param(id)
                .param(report == null ? "queued" : "done")
                .param(report == null ? null : report.verdict().name().toLowerCase(Locale.ROOT))
                .param(report == null ? null : ReportJson.write(as(report, id)))
                .param(judgedAt == null && report != null ? row.createdAt() : judgedAt)
                .update();
    }

    /// The report carries the id that it has here.
    private static Report as(Report report, UUID id) {
        return report.filedAs(id.toString(), report.lab(), report.attempt());
    }

    int draft(ArchiveRows.Draft row) {
        int rows =
                db.sql(
                                """
                                insert into draft (person, lab, starter_digest, files, saved_at)
                                values (?, ?, ?, ?::jsonb, ?) on conflict do nothing\
                                """)
                        .params(
                                learner.person(),
                                name(row.lab()),
                                row.starterDigest(),
                                row.files(),
                                row.savedAt())
                        .update();
        return counted(rows, row.files().length());
    }

    int hint(ArchiveRows.Hint row) {
        if (!rules.opensHints(learner, presentName.apply(row.lab()))) {
            return 0;
        }
        int rows =
                db.sql(
                                """
                                insert into hint_opened (person, lab, check_id, tier, opened_at)
                                values (?, ?, ?, ?, ?) on conflict do nothing\
                                """)
                        .params(
                                learner.person(),
                                name(row.lab()),
                                row.check(),
                                row.tier(),
                                row.openedAt())
                        .update();
        return counted(rows, OF_A_ROW);
    }

    int solution(ArchiveRows.Solution row) {
        int rows =
                db.sql(
                                "insert into solution_seen (person, lab, seen_at) values (?, ?, ?) on conflict do nothing")
                        .params(learner.person(), name(row.lab()), row.seenAt())
                        .update();
        return counted(rows, OF_A_ROW);
    }

    int recall(ArchiveRows.Recall row) {
        int rows =
                db.sql(
                                "insert into recall (person, lab, recalled_at) values (?, ?, ?) on conflict do nothing")
                        .params(learner.person(), name(row.lab()), row.recalledAt())
                        .update();
        return counted(rows, OF_A_ROW);
    }

    int prediction(Remembered row) {
        var lab = row.lab();
        return new PredictionRows(db)
                .add(learner, row.of(lab == null ? null : presentName.apply(lab)));
    }
}
