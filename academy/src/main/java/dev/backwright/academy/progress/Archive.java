package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything a learner has done, as one zip, out and in. `docs/export-format.md` describes it.
///
/// ```text
///   backwright.json   {"format":3}
///   versions.jsonl    a line each: version, files (Base64), report
///   drafts.jsonl   hints.jsonl   solutions.jsonl   predictions.jsonl   recalls.jsonl
/// ```
///
/// Importing adds what is not there and never changes what is.
@Component
public final class Archive {

    /// Format 1 has no predictions, formats 1 and 2 no recalls; they are read, too.
    static final int FORMAT = 3;

    private static final String VERSIONS =
            """
            select jsonb_build_object('id', v.id, 'lab', v.lab, 'number', v.number, 'kind', v.kind,
                'labDigest', v.lab_digest, 'seed', v.seed, 'attempt', v.attempt,
                'createdAt', v.created_at, 'judgedAt', j.judged_at,
                'report', case when j.state = 'done' then j.report end,
                'files', (select coalesce(jsonb_object_agg(f.path, translate(encode(f.content, 'base64'), E'\\n', '')), '{}')
                    from version_file f where f.version = v.id))::text
            from version v left join judging j on j.version = v.id where v.person = ? order by v.lab, v.number\
            """;
    private static final String DRAFTS =
            """
            select jsonb_build_object('lab', lab, 'starterDigest', starter_digest, 'files', files,
                'savedAt', saved_at)::text from draft where person = ? order by lab\
            """;
    private static final String HINTS =
            """
            select jsonb_build_object('lab', lab, 'check', check_id, 'tier', tier,
                'openedAt', opened_at)::text from hint_opened where person = ? order by lab, check_id, tier\
            """;
    private static final String SOLUTIONS =
            """
            select jsonb_build_object('lab', lab, 'seenAt', seen_at)::text
            from solution_seen where person = ? order by lab\
            """;
    private static final String PREDICTIONS =
            """
            select jsonb_build_object('lab', lab, 'question', question, 'chosen', chosen, 'times', times,
                'wrong', wrong, 'box', box, 'answeredAt', answered_at, 'dueAt', due_at)::text
            from prediction where person = ? order by answered_at, id\
            """;

    private static final String RECALLS =
            """
            select jsonb_build_object('lab', lab, 'recalledAt', recalled_at)::text
            from recall where person = ? order by lab, recalled_at\
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Intake intake;
    private final Catalog catalog;

    public Archive(JdbcClient db, TransactionTemplate transaction, Intake intake, Catalog catalog) {
        this.db = db;
        this.transaction = transaction;
        this.intake = intake;
        this.catalog = catalog;
    }

    /// What an import has added.
    public record Added(
            int versions, int drafts, int hints, int solutions, int predictions, int recalls) {}

    /// Writes everything of one learner. The stream is not closed.
    public void export(Learner learner, OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, UTF_8);
        zip.putNextEntry(new ZipEntry("backwright.json"));
        zip.write(("{\"format\":" + FORMAT + "}\n").getBytes(UTF_8));
        lines(zip, "versions.jsonl", VERSIONS, learner);
        lines(zip, "drafts.jsonl", DRAFTS, learner);
        lines(zip, "hints.jsonl", HINTS, learner);
        lines(zip, "solutions.jsonl", SOLUTIONS, learner);
        lines(zip, "predictions.jsonl", PREDICTIONS, learner);
        lines(zip, "recalls.jsonl", RECALLS, learner);
        zip.finish();
    }

    private void lines(ZipOutputStream zip, String name, String query, Learner learner)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var lines =
                db.sql(query).param(learner.person()).query((row, at) -> row.getString(1)).list();
        for (String line : lines) {
            zip.write(line.getBytes(UTF_8));
            zip.write('\n');
        }
        zip.closeEntry();
    }

    /// Adds what this learner has not yet, as the learner's: all of it, or nothing.
    ///
    /// @throws dev.backwright.academy.platform.CannotAnswer with everything that is wrong with it
    public Added take(Learner learner, InputStream zip) throws IOException {
        return take(learner, zip, ArchiveRules.NONE);
    }

    Added take(Learner learner, InputStream zip, ArchiveRules rules) throws IOException {
        var lines = ArchiveLines.read(zip);
        var rows = ArchiveRows.of(lines, intake);
        var added = transaction.execute(status -> add(learner, rows, rules));
        return added == null ? new Added(0, 0, 0, 0, 0, 0) : added;
    }

    private Added add(Learner learner, ArchiveRows rows, ArchiveRules rules) {
        var into = new ArchiveInsert(db, learner, catalog::presentName, rules);
        return new Added(
                sum(rows.versions().stream().map(into::version).toList()),
                sum(rows.drafts().stream().map(into::draft).toList()),
                sum(rows.hints().stream().map(into::hint).toList()),
                sum(rows.solutions().stream().map(into::solution).toList()),
                sum(rows.predictions().stream().map(into::prediction).toList()),
                sum(rows.recalls().stream().map(into::recall).toList()));
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
