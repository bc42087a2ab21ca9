package dev.backwright.academy.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Everything a learner has done, as one zip, out and in. `docs/export-format.md` describes it.
///
/// ```text
///   backwright.json   {"format":4}
///   versions.jsonl    a line each: version, files (Base64), report
///   drafts.jsonl   hints.jsonl   solutions.jsonl   predictions.jsonl   recalls.jsonl
///   account.jsonl     what an academy for many keeps about them beside that; not taken in
/// ```
///
/// Importing adds what is not there and never changes what is.
@Component
public final class Archive {

    /// Format 1 has no predictions, formats 1 and 2 no recalls, 1 to 3 no account; they are read, too.
    static final int FORMAT = 4;

    private static final String VERSION_IDS =
            "select id from version where person = ? order by lab, number";
    private static final String VERSION =
            """
            select jsonb_build_object('id', v.id, 'lab', v.lab, 'number', v.number, 'kind', v.kind,
                'labDigest', v.lab_digest, 'seed', v.seed, 'attempt', v.attempt,
                'createdAt', v.created_at, 'judgedAt', j.judged_at,
                'report', case when j.state = 'done' then j.report end,
                'files', (select coalesce(jsonb_object_agg(f.path, translate(encode(f.content, 'base64'), E'\\n', '')), '{}')
                    from version_file f where f.version = v.id))::text
            from version v left join judging j on j.version = v.id where v.person = ? and v.id = ?\
            """;
    private static final String DRAFT_LABS = "select lab from draft where person = ? order by lab";
    private static final String DRAFT =
            """
            select jsonb_build_object('lab', lab, 'starterDigest', starter_digest, 'files', files,
                'savedAt', saved_at)::text from draft where person = ? and lab = ?\
            """;
    private static final String HINTS =
            """
            select jsonb_build_object('lab', lab, 'check', check_id, 'tier', tier,
                'openedAt', opened_at)::text from hint_opened where person = :person order by lab, check_id, tier\
            """;
    private static final String SOLUTIONS =
            """
            select jsonb_build_object('lab', lab, 'seenAt', seen_at)::text
            from solution_seen where person = :person order by lab\
            """;
    private static final String PREDICTIONS =
            """
            select jsonb_build_object('lab', lab, 'question', question, 'chosen', chosen, 'times', times,
                'wrong', wrong, 'box', box, 'answeredAt', answered_at, 'dueAt', due_at)::text
            from prediction where person = :person order by answered_at, id\
            """;

    private static final String RECALLS =
            """
            select jsonb_build_object('lab', lab, 'recalledAt', recalled_at)::text
            from recall where person = :person order by lab, recalled_at\
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
        oneByOne(zip, "versions.jsonl", VERSION_IDS, VERSION, learner);
        oneByOne(zip, "drafts.jsonl", DRAFT_LABS, DRAFT, learner);
        lines(zip, "hints.jsonl", HINTS, learner);
        lines(zip, "solutions.jsonl", SOLUTIONS, learner);
        lines(zip, "predictions.jsonl", PREDICTIONS, learner);
        lines(zip, "recalls.jsonl", RECALLS, learner);
        lines(zip, ArchiveLines.ACCOUNT, AccountLines.QUERY, learner);
        zip.finish();
    }

    private void lines(ZipOutputStream zip, String name, String query, Learner learner)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var lines =
                db.sql(query)
                        .param("person", learner.person())
                        .query((row, at) -> row.getString(1))
                        .list();
        for (String line : lines) {
            write(zip, line);
        }
        zip.closeEntry();
    }

    /// The same of what is large: one is held at a time, and no connection while whoever reads is slow. What is gone by then is left
    /// out.
    private void oneByOne(
            ZipOutputStream zip, String name, String keys, String query, Learner learner)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var all = db.sql(keys).param(learner.person()).query((row, at) -> row.getObject(1)).list();
        for (Object key : all) {
            var line =
                    db.sql(query)
                            .params(learner.person(), key)
                            .query((row, at) -> row.getString(1))
                            .optional();
            if (line.isPresent()) {
                write(zip, line.get());
            }
        }
        zip.closeEntry();
    }

    private static void write(ZipOutputStream zip, String line) throws IOException {
        zip.write(line.getBytes(UTF_8));
        zip.write('\n');
    }

    /// Adds what this learner has not yet, as the learner's: all of it, or nothing.
    ///
    /// @throws dev.backwright.academy.platform.CannotAnswer with everything that is wrong with it
    public Added take(Learner learner, InputStream zip) throws IOException {
        return take(learner, zip, ArchiveRules.NONE);
    }

    Added take(Learner learner, InputStream zip, ArchiveRules rules) throws IOException {
        try {
            return Objects.requireNonNull(transaction.execute(status -> add(learner, zip, rules)));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    private Added add(Learner learner, InputStream zip, ArchiveRules rules) {
        var rows =
                new ArchiveRows(
                        intake, new ArchiveInsert(db, learner, catalog::presentName, rules));
        try {
            ArchiveLines.each(zip, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.added();
    }
}
