package dev.backwright.academy;

import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.submissions.Rejudgings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One of each thing that a route names by an id: a learner's, and those of the instructor who leads their cohort.
record Belongings(OpenAcademy academy, HandedIn handed) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z]+}");

    static Belongings of(OpenAcademy academy) throws Exception {
        var handed = HandedIn.of(academy, "// one\n");
        var leader = handed.led().leader();
        handed.comment(leader, 1, "Hm.");
        var lab = academy.bean(Catalog.class).lab(CohortsTest.CLOSURES);
        new SampleAttempt(lab, handed.learner().account().person(), Instant.now(), List.of(), 1)
                .store(academy.bean(JdbcClient.class));
        handed.led().ask("/rejudgings", Map.of("lab", lab.id().toString()));
        leader.send("/me/tokens", Map.of("name", "theirs", "scope", "read", "days", "30"));
        var belongings = new Belongings(academy, handed);
        belongings.keep(
                "insert into badge (id, person, step, taken_at, token) values (:id, :person, 'javascript', now(), 'x')");
        belongings.keep(
                """
                insert into passkey (id, person, credential, public_key, attestation, sign_count,
                    backup_eligible, backed_up, name, made_at)
                values (:id, :person, :id, 'x', 'x', 0, false, false, 'theirs', now())\
                """);
        return belongings;
    }

    private void keep(String insert) throws Exception {
        db().sql(insert)
                .param("id", UUID.randomUUID())
                .param("person", handed.led().leader().account().person())
                .update();
    }

    private JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    /// All of it, to be compared: what a stranger does changes nothing of it.
    String whole() throws Exception {
        return one(
                """
                select concat_ws(' ',
                    (select string_agg(it::text, ' ' order by it.id) from comment it where version = :submission),
                    (select string_agg(it::text, ' ' order by it.id) from cohort it where id = :cohort),
                    (select string_agg(it::text, ' ' order by it.person) from cohort_member it where cohort = :cohort),
                    (select string_agg(it::text, ' ' order by it.lab) from assignment it where cohort = :cohort),
                    (select count(*) from cohort_invitation where cohort = :cohort),
                    (select count(*) from rejudging_run where cohort = :cohort and stopped_at is null),
                    (select string_agg(it.id::text, ' ' order by it.id) from api_token it where person = :leader),
                    (select string_agg(it::text, ' ' order by it.id) from badge it where person = :leader),
                    (select string_agg(it::text, ' ' order by it.id) from passkey it where person = :leader))\
                """);
    }

    /// The same path with ids that there are; those of which there are none stay as any id.
    String path(String pattern) throws Exception {
        var named = ofTheCourse(pattern).replace("{id}", id(pattern));
        for (var variable : List.of("{person}", "{comment}", "{run}", "{digest}")) {
            if (named.contains(variable)) {
                named = named.replace(variable, of(variable));
            }
        }
        return anyId(named);
    }

    private String of(String variable) throws Exception {
        return switch (variable) {
            case "{person}" -> handed.learner().account().person().toString();
            case "{comment}" -> one("select id from comment where version = :submission");
            case "{run}" -> run();
            default ->
                    one(
                            "select encode(sha256(convert_to(report::text, 'UTF8')), 'hex') from judging where version = :submission");
        };
    }

    private static String ofTheCourse(String pattern) {
        return pattern.replace("{step}", "javascript").replace("{name}", "closures");
    }

    /// The same path with ids that nobody has.
    static String nowhere(String pattern) {
        return anyId(ofTheCourse(pattern));
    }

    private static String anyId(String path) {
        return VARIABLE.matcher(path).replaceAll(it -> UUID.randomUUID().toString());
    }

    private String run() {
        return academy.bean(Rejudgings.class).of(handed.led().id()).getFirst().id().toString();
    }

    private String id(String pattern) throws Exception {
        if (pattern.contains("/cohorts/{id}")) {
            return handed.led().id().toString();
        }
        if (pattern.contains("/submissions/{id}")) {
            return handed.id();
        }
        return switch (pattern.replaceFirst("/\\{id}.*", "")) {
            case "/people" -> handed.learner().account().person().toString();
            case "/people/invitations" ->
                    one("select id from invitation order by made_at desc limit 1");
            case "/me/tokens" -> one("select id from api_token where person = :leader");
            case "/me/badges" -> one("select id from badge where person = :leader");
            case "/me/passkeys" -> one("select id from passkey where person = :leader");
            default -> UUID.randomUUID().toString();
        };
    }

    private String one(String query) throws Exception {
        return asked(query).query((row, number) -> row.getString(1)).list().getFirst();
    }

    private JdbcClient.StatementSpec asked(String query) throws Exception {
        return db().sql(query)
                .param("submission", UUID.fromString(handed.id()))
                .param("cohort", handed.led().id())
                .param("leader", handed.led().leader().account().person());
    }
}
