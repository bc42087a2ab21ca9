package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A lab has another name after an update, and lists the old one under `formerly:`.
final class RenamedLabTest {

    private static final String OLD = "/api/labs/javascript/closures";
    private static final String NEW = "/api/labs/javascript/enclosures";

    private static final Learner ANOTHER = new Learner(new UUID(0, 2));

    @TempDir Path home;
    @TempDir Path folder;

    private final Places.Login database = TestDatabases.fresh();

    @Test
    void whatLiesUnderItsFormerNameComesAlong() throws Exception {
        try (var academy = OpenAcademy.at(home, database, passing())) {
            learn(academy, OLD, "mine");
            academy.bean(JdbcClient.class)
                    .sql(
                            """
                            insert into hint_opened select 'javascript/closures', 'x', 1, now(), id from person;
                            insert into recall select 'javascript/closures', timestamptz '2026-11-01T00:00Z', id from person;
                            """)
                    .update();
        }
        renameTheLab();
        try (var academy = OpenAcademy.at(renamed(), passing())) {
            assertEquals("mine", draft(academy));
            assertEquals(1, academy.json(NEW + "/submissions").size());
            assertEquals("[]", namesLeft(academy));
            assertEquals("[javascript/enclosures 1 0]", predictions(academy));
            var moved = academy.send(academy.withKey("/labs/javascript/closures"));
            assertEquals(308, moved.statusCode());
            assertEquals(
                    "/labs/javascript/enclosures",
                    moved.headers().firstValue("Location").orElse(""));
            learnUnderTheOldNameOnce(academy);
        }
        for (int start = 1; start <= 2; start++) {
            try (var academy = OpenAcademy.at(renamed(), passing())) {
                assertEquals("mine", draft(academy), "of two drafts the later one stays");
                assertEquals("[3 kept older, 2 checked older, 1 checked mine]", versions(academy));
                assertEquals("[]", namesLeft(academy));
                assertEquals(2, recalls(academy), "one was said under both names");
                assertEquals(
                        "[javascript/enclosures 4 2]",
                        predictions(academy),
                        "counted together, and the later answer stays");
            }
        }
    }

    @Test
    void whatTwoPeopleHaveUnderItsNamesStaysApart() throws Exception {
        try (var academy = OpenAcademy.at(home, database, passing())) {
            learn(academy, OLD, "mine");
            academy.bean(JdbcClient.class)
                    .sql("insert into recall select 'javascript/closures', now(), id from person")
                    .update();
        }
        renameTheLab();
        String before;
        try (var academy = OpenAcademy.at(renamed(), passing())) {
            before = rowsOf(academy, Learner.SOLO);
            anotherLearnsUnderTheOldName(academy);
        }
        try (var academy = OpenAcademy.at(renamed(), passing())) {
            assertEquals("[]", namesLeft(academy));
            assertEquals(before, rowsOf(academy, Learner.SOLO));
            assertEquals(before, rowsOf(academy, ANOTHER));
        }
    }

    /// The same that the first has.
    private static void anotherLearnsUnderTheOldName(OpenAcademy academy) {
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        insert into person values (:another, now());
                        insert into version select gen_random_uuid(), 'javascript/closures', number, kind, lab_digest,
                            files_digest, seed, attempt, created_at, :another from version;
                        insert into draft select 'javascript/closures', starter_digest, files, saved_at, :another from draft;
                        insert into solution_seen select 'javascript/closures', seen_at, :another from solution_seen;
                        insert into recall select 'javascript/closures', recalled_at, :another from recall;
                        insert into prediction select gen_random_uuid(), 'javascript/closures', asked_by, key, question,
                            chosen, times, wrong, box, answered_at, due_at, :another from prediction;
                        """
                                .replace(":another", "'" + ANOTHER.person() + "'"))
                .update();
    }

    private static String rowsOf(OpenAcademy academy, Learner learner) {
        return academy.bean(JdbcClient.class)
                .sql(
                        """
                        select 'version ' || number || ' ' || attempt from version where person = :person
                        union all select 'draft ' || files::text from draft where person = :person
                        union all select 'seen ' || seen_at::text from solution_seen where person = :person
                        union all select 'recall ' || recalled_at::text from recall where person = :person
                        union all select 'prediction ' || times || ' ' || box from prediction where person = :person\
                        """)
                .param("person", learner.person())
                .query(String.class)
                .list()
                .toString();
    }

    private static FakeJudge passing() {
        return new FakeJudge(it -> Outcome.PASSED);
    }

    private static void learn(OpenAcademy academy, String lab, String text) throws Exception {
        var files = "{\"files\":{\"a.js\":\"" + text + "\"}}";
        assertEquals(200, academy.put(lab + "/draft", files).statusCode());
        var taken = academy.post(lab + "/submissions", files);
        academy.verdict(JsonMapper.shared().readTree(taken.body()).path("id").asString());
        assertEquals(200, academy.post(lab + "/solution", "").statusCode());
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        insert into prediction select gen_random_uuid(), 'javascript/closures', 'lesson', 'k', '{}',
                            0, 1, 1, 0, now(), now(), id from person\
                        """)
                .update();
    }

    /// As an older Backwright would that runs on the same database in between.
    private static void learnUnderTheOldNameOnce(OpenAcademy academy) {
        var db = academy.bean(JdbcClient.class);
        db.sql(
                        """
                        insert into version select gen_random_uuid(), 'javascript/closures', 1, kind, lab_digest, 'other',
                            seed, attempt, created_at, person from version;
                        insert into version_file select id, 'a.js', 'older' from version where lab = 'javascript/closures';
                        insert into judging select id, 'done', 1, 0, verdict, report, judged_at
                            from version, (select verdict, report, judged_at from judging) j where lab = 'javascript/closures';
                        insert into draft select 'javascript/closures', starter_digest, '{"a.js":"older still"}',
                            saved_at - interval '1 hour', person from draft;
                        insert into hint_opened select 'javascript/closures', check_id, tier, now(), person from hint_opened;
                        insert into solution_seen select 'javascript/closures', now(), person from solution_seen;
                        insert into recall select 'javascript/closures', day, id
                            from person, (values (timestamptz '2026-11-01T00:00Z'), ('2026-11-02T00:00Z')) days (day);
                        insert into prediction select gen_random_uuid(), 'javascript/closures', asked_by, key, question,
                            1, 3, 0, 2, now() + interval '1 hour', now(), person from prediction;
                        """)
                .update();
    }

    private static String draft(OpenAcademy academy) throws Exception {
        return academy.json(NEW + "/draft").at("/files/a.js").asString("");
    }

    private static String versions(OpenAcademy academy) {
        return academy.bean(JdbcClient.class)
                .sql(
                        """
                        select number || ' ' || kind || ' ' || substr(convert_from(content, 'UTF8'), 1, 5)
                        from version v join version_file f on f.version = v.id
                        where lab = 'javascript/enclosures' order by number desc\
                        """)
                .query(String.class)
                .list()
                .toString();
    }

    private static String predictions(OpenAcademy academy) {
        return academy.bean(JdbcClient.class)
                .sql("select lab || ' ' || times || ' ' || box from prediction")
                .query(String.class)
                .list()
                .toString();
    }

    private static int recalls(OpenAcademy academy) {
        return academy.bean(JdbcClient.class)
                .sql("select count(*) from recall where lab = 'javascript/enclosures'")
                .query(Integer.class)
                .single();
    }

    private static String namesLeft(OpenAcademy academy) {
        return academy.bean(JdbcClient.class)
                .sql(
                        """
                        select lab from (select lab from version union all select lab from draft
                            union all select lab from hint_opened union all select lab from solution_seen
                            union all select lab from prediction union all select lab from recall) it
                        where lab = 'javascript/closures'\
                        """)
                .query(String.class)
                .list()
                .toString();
    }

    private Places renamed() {
        return new Places(folder.resolve("course"), Path.of("../toolbox"), home, database);
    }

    private void renameTheLab() throws IOException {
        var course = folder.resolve("course");
        copy(FakeJudge.COURSE, course);
        var step = course.resolve("labs/javascript");
        Files.move(step.resolve("closures"), step.resolve("enclosures"));
        replace(step.resolve("step.yaml"), "closures", "enclosures");
        replace(
                step.resolve("enclosures/lab.yaml"),
                "formerly: []",
                "formerly: [javascript/closures]");
    }

    private static void replace(Path file, String from, String to) throws IOException {
        var text = Files.readString(file);
        assertTrue(text.contains(from), file + " lacks " + from);
        Files.writeString(file, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from.resolve("labs"))) {
            for (var path : all.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        for (var file : java.util.List.of("misconceptions.yaml", "coverage.yaml")) {
            if (Files.exists(from.resolve(file))) {
                Files.copy(from.resolve(file), to.resolve(file));
            }
        }
    }
}
