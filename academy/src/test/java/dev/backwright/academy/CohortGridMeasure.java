package dev.backwright.academy;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.CohortGrid;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.cohorts.Obstacles;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How long the grid of a thousand people and all labs takes: `mvn test -pl academy -Dtest=CohortGridMeasure`. It is no test, and runs
/// by its name alone.
final class CohortGridMeasure {

    private static final int TIMES = 7;

    /// Three attempts at each lab, the last a pass in half of them, with reports of about 6 kB.
    private static final String ATTEMPTS =
            """
            with people as (
                insert into person (id, created_at) select gen_random_uuid(), now() from generate_series(1, 1000) returning id
            ), accounts as (
                insert into account (person, name, mail, role, password)
                select id, 'Person ' || id, id || '@example.org', 'learner', '' from people returning person
            ), members as (
                insert into cohort_member (cohort, person, leads, joined_at) select :cohort, person, false, now() from accounts
            ), versions as (
                insert into version (id, person, lab, number, kind, lab_digest, files_digest, seed, attempt, created_at)
                select gen_random_uuid(), id, lab, n, 'checked', '', '', 1, n, now() - interval '1 day' * (4 - n)
                from people, unnest(string_to_array(:labs, ',')) lab, generate_series(1, 3) n returning id, number, person
            )
            insert into judging (version, state, lease, verdict, report, judged_at)
            select id, 'done', 1, case when passes then 'passed' else 'failed' end,
                jsonb_build_object('checks', (select jsonb_agg(jsonb_build_object('id', 'check-' || c, 'title', 'holds ' || c,
                    'outcome', case when passes or c < 4 then 'passed' else 'failed' end,
                    'evidence', (select string_agg(md5(random()::text), '') from generate_series(1, 30) where c > 0 or id is null)))
                    from generate_series(1, 6) c)), now()
            from (select *, number = 3 and get_byte(uuid_send(person), 0) % 2 = 0 as passes from versions) v\
            """;

    @TempDir static Path home;

    @Test
    void ofAThousandPeople() throws Exception {
        try (var academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
                var leader = Member.joined(academy, Role.INSTRUCTOR)) {
            var cohorts = academy.bean(Cohorts.class);
            var cohort = cohorts.make(leader.account(), "A thousand");
            var labs = academy.bean(Catalog.class).all();
            var db = academy.bean(JdbcClient.class);
            db.sql(ATTEMPTS)
                    .param("cohort", cohort.id())
                    .param(
                            "labs",
                            labs.stream()
                                    .map(it -> it.id().toString())
                                    .collect(Collectors.joining(",")))
                    .update();
            db.sql("analyze").update();
            say("the grid", () -> academy.bean(CohortGrid.class).of(cohort).rows().size());
            say("the obstacles", () -> academy.bean(Obstacles.class).of(cohort).size());
            say("the page", () -> leader.get("/cohorts/" + cohort.id()).body().length());
        }
    }

    private interface Asked {
        int ask() throws Exception;
    }

    private static void say(String what, Asked asked) throws Exception {
        var millis = new long[TIMES];
        int size = 0;
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            size = asked.ask();
            millis[i] = (System.nanoTime() - begun) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf(
                "%s (%d): median %d ms, %d to %d%n",
                what, size, millis[TIMES / 2], millis[0], millis[TIMES - 1]);
    }
}
