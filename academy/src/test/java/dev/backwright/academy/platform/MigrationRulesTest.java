package dev.backwright.academy.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

final class MigrationRulesTest {

    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    /// The newest that was written before there was a rule.
    private static final int BEFORE_THE_RULE = 23;

    private static final String RAISED =
            "create or replace function schema_serves() returns int language sql immutable as 'select 25';";

    private static final MigrationRules RULES =
            new MigrationRules("0.3.0", Set.of("0.1.0", "0.2.0", "0.3.0"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table draft",
                "drop index version_lab_idx",
                "drop function judge_take(text, jsonb)",
                "DROP  TABLE\ndraft",
                "alter table draft drop column files",
                "alter table draft rename to drafts",
                "alter table draft rename column files to texts",
                "alter function judge_take(text, jsonb) rename to take_submission",
                "alter table version alter column seed type text",
                "alter table version alter column seed set data type text",
                "alter table version alter column seed set not null",
                "alter table assignment alter column due_at drop not null",
                "alter table version alter column person drop default",
                "alter table version add column later text not null",
                "alter table version add column later text unique",
                "alter table version add column fine int, add column later text not null",
                "alter table version add check (number > 0)",
                "alter table version add unique (lab, number)",
                "alter table version add constraint one foreign key (person) references person on delete cascade",
                "alter table version drop constraint version_pkey",
                "alter table version add column mine uuid references person",
                "create table later (person uuid not null references person)",
                "create table later (person uuid references person (id) on delete restrict)",
                "create unique index on version (lab)",
                "create trigger t after insert on version execute function f()",
                "create or replace function judge_contract() returns int language sql immutable as 'select 2'",
                "delete from draft",
                "truncate draft",
                "do $$ begin execute 'drop table draft'; end $$",
                "grant select on version to backwright_judge",
                "revoke all on function judge_take(text, jsonb) from backwright_judge",
                "create table fine (a int); drop table draft",
                "insert into draft values ('it''s'); drop table draft",
            })
    void whatThePreviousVersionCannotLiveWithIsRefused(String sql) {
        assertFalse(RULES.broken(sql).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table later (id uuid primary key, a numeric(10, 2) not null unique check (a > 0))",
                "create table later (person uuid not null references person (id) on delete cascade, v uuid references version on delete set null)",
                "create table one (id int primary key); create table two (id int references one)",
                "create table later (a int); create unique index on later (a); alter table later add check (a > 0), alter column a set not null",
                "create index on version (lab)",
                "create index later_idx on version (lower(lab), number) where number > 1",
                "alter table version add column later text",
                "alter table version add column later text not null default 'drop table, x not null'",
                "alter table version add column a int check (a > 0), add column b numeric(10, 2) not null default 0",
                "alter table judging add column told jsonb generated always as (report -> 'told') stored",
                "alter table version add column mine uuid references person on delete cascade",
                "alter table version alter column seed set default 1",
                "create function judge_more(job uuid) returns int language sql as $$ delete from x; drop table y $$",
                "create or replace function judge_take(worker text, labs jsonb) returns int language plpgsql as $f$ begin; end $f$",
                "revoke all on function judge_more(uuid), judge_less(int) from public",
                "-- drop table draft;\ncomment on table draft is 'it''s; drop table draft' /* ; drop\n table draft */",
                "insert into person (id, created_at) values (gen_random_uuid(), now())",
                "update version v set brought_at = now() from judging j where j.version = v.id",
                "-- takes away what nothing has used since 0.2.0: drafts\ndrop table draft;"
                        + RAISED,
            })
    void whatItNeedNotKnowIsAdded(String sql) {
        assertEquals(List.of(), RULES.broken(sql));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- takes away what nothing has used since 0.3.0: drafts\ndrop table draft;"
                        + RAISED,
                "-- takes away what nothing has used since 0.2.1: drafts\ndrop table draft;"
                        + RAISED,
                "-- takes away what nothing has used since 0.2.0: drafts\ndrop table draft;",
                "-- takes away what nothing has used since 0.2.0:\ndrop table draft;" + RAISED,
                "\n-- takes away what nothing has used since 0.2.0: drafts\ndrop table draft;"
                        + RAISED,
            })
    void nothingIsTakenAwayThatAReleasedVersionMayUse(String sql) {
        assertFalse(RULES.broken(sql).isEmpty());
    }

    @ParameterizedTest
    @MethodSource
    void everyMigrationKeepsTheRule(Path file) throws IOException {
        var rules = new MigrationRules(current(), released());
        assertEquals(List.of(), rules.broken(Files.readString(file)));
    }

    static List<Path> everyMigrationKeepsTheRule() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(it -> number(it) > BEFORE_THE_RULE).toList();
        }
    }

    /// An argument more makes another function of the name, and whoever calls the former is told that there are two.
    @Test
    void whatJudgesCallHasOneFormEach() {
        var database = TestDatabases.fresh();
        var source =
                new DriverManagerDataSource(database.url(), database.user(), database.password());
        Migrations.run(source);
        var db = JdbcClient.create(source);
        assertEquals(
                List.of(),
                db.sql(
                                """
                                select proname from pg_proc where pronamespace = 'public'::regnamespace
                                group by proname having count(*) > 1\
                                """)
                        .query(String.class)
                        .list());
        assertTrue(newest() >= db.sql("select schema_serves()").query(Integer.class).single());
    }

    private static int newest() {
        try (var files = Files.list(FOLDER)) {
            return files.mapToInt(MigrationRulesTest::number).max().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
    }

    private static String current() throws IOException {
        var version = Pattern.compile("(?m)^ {4}<version>(.*)</version>$");
        return found(version, Files.readString(Path.of("..", "pom.xml"))).iterator().next();
    }

    private static Set<String> released() throws IOException {
        var heading = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+) \\((?!unreleased).*\\)$");
        return found(heading, Files.readString(Path.of("..", "CHANGELOG.md")));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }
}
