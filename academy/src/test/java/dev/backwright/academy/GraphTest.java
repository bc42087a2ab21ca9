package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Verdicts;
import dev.backwright.judge.FileTree;
import dev.backwright.judge.Lab;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The graph says what the API says, in one question, by POST alone.
final class GraphTest {

    private static final String GRID =
            """
            { cohort(id: "%s") {
                name
                due { lab at }
                people { name mail labs { lab state attempts stuck holding latest late passedAt } }
                obstacles { lab check people misconception { says } } } }\
            """;

    private static final String PATH =
            """
            { steps { title passed labs { id state holding
                latest { id state }
                submissions(limit: 3) { id report { checks { id } } } } } }\
            """;

    @TempDir static Path home;
    @TempDir static Path anotherHome;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home, new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void aLearnerSeesTheirPathAndWhatCameOfWhatTheyHandedIn() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var caller = Caller.of(academy, member.account(), Scope.READ)) {
            var first = handIn(member.account(), "wrong");
            var second = handIn(member.account(), "right");
            var asked =
                    """
                    { lab(id: "javascript/closures") { state checks latest { id verdict }
                        submissions(limit: 1) { id }
                        before: submissions(before: "%s") {
                            id report { checks { id title outcome message } } } }
                      submissions(limit: 1, before: "%s") { id version lab } }\
                    """
                            .formatted(second, second);
            var data = Asked.data(ask(caller, asked));
            var lab = data.get("lab");
            assertEquals("passed_clean", lab.get("state").stringValue());
            assertEquals(second, lab.at("/latest/id").stringValue());
            assertEquals("passed", lab.at("/latest/verdict").stringValue());
            assertEquals("[{\"id\":\"%s\"}]".formatted(second), lab.get("submissions").toString());
            assertEquals(1, lab.get("before").size());
            assertEquals(first, lab.at("/before/0/id").stringValue());
            var check = lab.at("/before/0/report/checks/0");
            assertEquals("failed", check.get("outcome").stringValue());
            assertEquals(lab.get("checks").get(0), check.get("id"));
            assertEquals(
                    "[{\"id\":\"%s\",\"version\":1,\"lab\":\"javascript/closures\"}]"
                            .formatted(first),
                    data.get("submissions").toString());
        }
    }

    private static String handIn(Account account, String text) throws Exception {
        var id = handIn(account, academy.bean(Catalog.class).lab(CohortsTest.CLOSURES), text);
        var verdicts = academy.bean(Verdicts.class);
        for (int i = 0; i < 1200; i++) {
            if (verdicts.standing(id).orElseThrow().done()) {
                return id.toString();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict after a minute");
    }

    private static UUID handIn(Account account, Lab lab, String text) {
        var files =
                new FileTree(
                        new TreeMap<>(
                                Map.of("closures.js", text.getBytes(StandardCharsets.UTF_8))));
        return academy.bean(Submissions.class).handIn(account.learner(), lab, files).id();
    }

    private static HttpResponse<String> ask(Caller caller, String document) throws Exception {
        return caller.post("/graphql", Asked.of(document));
    }

    @Test
    void whatIsSomebodyElsesIsAnsweredAsIfItHadNeverBeen() throws Exception {
        try (var one = Member.joined(academy, Role.INSTRUCTOR);
                var two = Member.joined(academy, Role.INSTRUCTOR);
                var caller = Caller.of(academy, two.account(), Scope.READ, Scope.COHORTS)) {
            var submission = handIn(one.account(), "wrong");
            for (var asked :
                    List.of(
                            "{ submission(id: \"%s\") { id state } }",
                            "{ submissions(before: \"%s\") { id } }",
                            "{ lab(id: \"node/configuration\") { submissions(before: \"%s\") { id } } }")) {
                nobodyTells(caller, asked, submission);
            }
            var cohort = Asked.cohort(academy, one.account()).toString();
            nobodyTells(caller, "{ cohort(id: \"%s\") { id people { name } } }", cohort);
            assertTrue(
                    whole(caller, "{ submission(id: \"%s\") { id } }", "x")
                            .contains("\"submission\":null"));
        }
    }

    private static void nobodyTells(Caller caller, String document, String id) throws Exception {
        assertEquals(
                whole(caller, document, UUID.randomUUID().toString()), whole(caller, document, id));
    }

    private static String whole(Caller caller, String document, String id) throws Exception {
        var answer = ask(caller, document.formatted(id));
        return answer.statusCode() + " " + answer.body().replace(id, "{id}");
    }

    @Test
    void aCohortOfThirtyTakesAsManyStatementsAsOneOfThree() throws Exception {
        var cohort = LedCohort.fresh(academy);
        try (var caller = Caller.of(academy, cohort.leader().account(), Scope.COHORTS)) {
            fill(cohort, 3);
            var few = statements(caller, GRID.formatted(cohort.id()));
            fill(cohort, 27);
            var many = statements(caller, GRID.formatted(cohort.id()));
            assertEquals(few, many);
            assertTrue(few.size() > 3, few::toString);
            var grid = Asked.data(ask(caller, GRID.formatted(cohort.id()))).get("cohort");
            assertEquals(30, grid.get("people").size());
            assertEquals(3, grid.at("/people/0/labs/0/stuck").asInt());
            assertEquals("begun", grid.at("/people/0/labs/0/state").stringValue());
            assertEquals(30, grid.at("/obstacles/0/people").asInt());
            assertPages(caller, cohort.id(), grid.get("people"));
        }
    }

    private static void assertPages(Caller caller, UUID cohort, JsonNode all) throws Exception {
        var page = "{ cohort(id: \"%s\") { people(limit: 20%s) { id mail } } }";
        var first = Asked.data(ask(caller, page.formatted(cohort, ""))).at("/cohort/people");
        var after = ", after: \"%s\"".formatted(first.at("/19/id").stringValue());
        var rest = Asked.data(ask(caller, page.formatted(cohort, after))).at("/cohort/people");
        assertEquals(10, rest.size());
        assertEquals(all.at("/20/mail"), rest.at("/0/mail"));
    }

    private static void fill(LedCohort cohort, int people) {
        var lab = academy.bean(Catalog.class).lab(CohortsTest.CLOSURES);
        var db = academy.bean(JdbcClient.class);
        for (int i = 0; i < people; i++) {
            var person = UUID.randomUUID();
            db.sql(
                            """
                            with made as (insert into person (id, created_at) values (:id, now())),
                                named as (insert into account (person, name, mail, role, password)
                                    values (:id, :name, :name || '@example.org', 'learner', ''))
                            insert into cohort_member (cohort, person, leads, joined_at)
                                values (:cohort, :id, false, now())\
                            """)
                    .param("id", person)
                    .param("name", person.toString())
                    .param("cohort", cohort.id())
                    .update();
            for (int j = 0; j < 3; j++) {
                var fails = lab.wrongs().getFirst().fails();
                new SampleAttempt(lab, person, Instant.now(), fails, 1).store(db);
            }
        }
    }

    /// All that one request asks the database, from the door on.
    private static List<String> statements(Caller caller, String document) throws Exception {
        var name = UUID.randomUUID().toString();
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard =
                new ListAppender<ILoggingEvent>() {
                    @Override
                    protected void append(ILoggingEvent event) {
                        event.prepareForDeferredProcessing();
                        super.append(event);
                    }
                };
        heard.start();
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        log.addAppender(heard);
        try {
            Asked.data(caller.post("/graphql", Asked.of(document), "X-Request-Id", name));
        } finally {
            log.detachAppender(heard);
            log.setLevel(null);
            log.setAdditive(true);
        }
        return List.copyOf(heard.list).stream()
                .filter(it -> name.equals(it.getMDCPropertyMap().get("reqId")))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(it -> it.startsWith("Executing prepared SQL statement"))
                .toList();
    }

    @Test
    void aPathFullOfSubmissionsTakesAsManyStatementsAsOneWithOne() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var caller = Caller.of(academy, member.account(), Scope.READ)) {
            handIn(member.account(), "right");
            int few = statements(caller, PATH).size();
            for (var lab : academy.bean(Catalog.class).all()) {
                handIn(member.account(), lab, "right");
            }
            assertEquals(few, statements(caller, PATH).size());
            assertTrue(few > 3);
        }
    }

    @Test
    void anOperationThatTakesTooLongIsEnded() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var caller = Caller.of(academy, member.account(), Scope.READ);
                var holder = academy.bean(DataSource.class).getConnection();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table solution_seen in access exclusive mode");
            var answer = ask(caller, "{ me { id } steps { id } submissions { id } }");
            holder.rollback();
            holder.setAutoCommit(true);
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(
                    "{\"errors\":[{\"message\":\"The operation took longer than 5 seconds. Ask for less at once.\","
                            + "\"extensions\":{\"code\":\"TOO_LONG\"}}],\"data\":null}",
                    answer.body());
        }
    }

    @Test
    void whoeverIsInMayReadTheSchemaAndNobodyElseASingleWord() throws Exception {
        var question =
                Asked.of(
                        "{ __schema { types { name fields { name type { ofType { name } } } } } }");
        try (var member = Member.joined(academy, Role.LEARNER);
                var stranger = Member.stranger(academy);
                var forged = Caller.with(academy, "x")) {
            var schema = member.call("POST", "/graphql", question);
            assertTrue(Asked.data(schema).toString().contains("\"Obstacle\""));
            for (var body : List.of(question, Asked.of("{ me { nmae } cohrts }"), "{", "")) {
                for (var answer :
                        List.of(
                                stranger.call("POST", "/graphql", body),
                                forged.post("/graphql", body))) {
                    assertEquals(401, answer.statusCode());
                    assertFalse(answer.body().matches("(?s).*(ohort|__|Query|Me).*"));
                }
            }
        }
    }

    @Test
    void aSessionNeedsItsTokenAndOurOwnOrigin() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var own = academy.premises().url();
            var answer = member.call("POST", "/graphql", Asked.of("{ me { role } }"));
            assertEquals("{\"me\":{\"role\":\"learner\"}}", Asked.data(answer).toString());
            var withToken = asks(member).header("X-CSRF-TOKEN", member.token());
            assertTrue(member.whole(asks(member).header("Origin", own)).startsWith("403"));
            assertTrue(member.whole(withToken.copy()).startsWith("403"));
            assertTrue(
                    member.whole(withToken.copy().header("Origin", "https://evil.example"))
                            .startsWith("403"));
            assertTrue(member.whole(withToken.header("Origin", own)).startsWith("200"));
        }
    }

    private static HttpRequest.Builder asks(Member member) {
        return member.request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Asked.of("{ me { role } }")));
    }

    @Test
    void thereIsNoOtherWayIn() throws Exception {
        try (var member = Member.joined(academy, Role.ADMIN);
                var caller = Caller.of(academy, member.account(), Scope.READ)) {
            for (var path :
                    List.of(
                            "/graphql?query=%7Bme%7Bid%7D%7D",
                            "/graphiql", "/graphql/schema", "/graphql/")) {
                assertEquals(404, member.get(path).statusCode(), path);
            }
            var body = Asked.of("{ me { id } }");
            var stream = caller.post("/graphql", body, "Accept", "text/event-stream");
            assertEquals(406, stream.statusCode());
            assertEquals(400, caller.post("/graphql", "[" + body + "]").statusCode());
            assertEquals(400, caller.post("/graphql", "{}").statusCode());
            for (var path : List.of("/graphql", "/%67raphql")) {
                var large = caller.post(path, Asked.of("{ me { id } } #" + "x".repeat(65_536)));
                assertEquals(413, large.statusCode(), path);
                assertTrue(large.body().contains("64 kB"), large.body());
                var type = large.headers().firstValue("Content-Type").orElse("");
                assertTrue(type.startsWith("application/problem+json"), type);
            }
        }
    }

    @Test
    void aloneThereIsNone() throws Exception {
        var judge = new FakeJudge(AnotherPersonTest::outcome, AnotherPersonTest::run);
        try (var solo = OpenAcademy.at(anotherHome, TestDatabases.fresh(), judge)) {
            assertEquals(404, solo.post("/graphql", Asked.of("{ me { id } }")).statusCode());
            assertEquals(404, solo.send(solo.withKey("/graphiql")).statusCode());
        }
    }
}
