package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

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
            from version v left join judging j on j.version = v.id order by v.lab, v.number\
            """;
    private static final String DRAFTS =
            """
            select jsonb_build_object('lab', lab, 'starterDigest', starter_digest, 'files', files,
                'savedAt', saved_at)::text from draft order by lab\
            """;
    private static final String HINTS =
            """
            select jsonb_build_object('lab', lab, 'check', check_id, 'tier', tier,
                'openedAt', opened_at)::text from hint_opened order by lab, check_id, tier\
            """;
    private static final String SOLUTIONS =
            """
            select jsonb_build_object('lab', lab, 'seenAt', seen_at)::text
            from solution_seen order by lab\
            """;
    private static final String PREDICTIONS =
            """
            select jsonb_build_object('lab', lab, 'question', question, 'chosen', chosen, 'times', times,
                'wrong', wrong, 'box', box, 'answeredAt', answered_at, 'dueAt', due_at)::text
            from prediction order by answered_at, id\
            """;

    private static final String RECALLS =
            """
            select jsonb_build_object('lab', lab, 'recalledAt', recalled_at)::text
            from recall order by lab, recalled_at\
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

    /// Writes everything. The stream is not closed.
    public void export(OutputStream to) throws IOException {
        var zip = new ZipOutputStream(to, UTF_8);
        zip.putNextEntry(new ZipEntry("backwright.json"));
        zip.write(("{\"format\":" + FORMAT + "}\n").getBytes(UTF_8));
        lines(zip, "versions.jsonl", VERSIONS);
        lines(zip, "drafts.jsonl", DRAFTS);
        lines(zip, "hints.jsonl", HINTS);
        lines(zip, "solutions.jsonl", SOLUTIONS);
        lines(zip, "predictions.jsonl", PREDICTIONS);
        lines(zip, "recalls.jsonl", RECALLS);
        zip.finish();
    }

    private void lines(ZipOutputStream zip, String name, String query) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (String line : db.sql(query).query((row, at) -> row.getString(1)).list()) {
            zip.write(line.getBytes(UTF_8));
            zip.write('\n');
        }
        zip.closeEntry();
    }

    /// Adds what is not there yet: all of it, or nothing.
    ///
    /// @throws dev.backwright.academy.platform.CannotAnswer with everything that is wrong with it
    public Added take(InputStream zip) throws IOException {
        var lines = ArchiveLines.read(zip);
        var rows = ArchiveRows.of(lines, intake);
        var added = transaction.execute(status -> add(rows));
        return added == null ? new Added(0, 0, 0, 0, 0, 0) : added;
    }

    private Added add(ArchiveRows rows) {
        var into = new ArchiveInsert(db, catalog::presentName);
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
