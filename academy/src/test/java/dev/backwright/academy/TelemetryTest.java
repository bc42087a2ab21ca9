package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Serving;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What an academy for many tells those who keep it running.
final class TelemetryTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String LAB = "/api/labs/javascript/closures";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.at(
                        new Places(
                                        FakeJudge.COURSE,
                                        Path.of("../toolbox"),
                                        home,
                                        TestDatabases.fresh())
                                .withSite(new Site(true, null))
                                .withServing(new Serving("127.0.0.1", TOKEN, Duration.ZERO)),
                        new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void metricsAreForWhoeverBringsTheTokenAlone() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN)) {
            assertEquals(401, admin.get("/metrics").statusCode());
            assertEquals(401, metrics(admin, TOKEN.substring(1)).statusCode());
            assertEquals(401, metrics(admin, "").statusCode());
            var answer = metrics(admin, TOKEN);
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void verdictsAndRequestsAreCounted() throws Exception {
        try (var learner = Member.joined(academy, Role.LEARNER)) {
            var before = metrics(learner, TOKEN).body();
            var taken = learner.call("POST", LAB + "/submissions", "{\"files\":{\"a.js\":\"1\"}}");
            var id = JsonMapper.shared().readTree(taken.body()).path("id").asString("");
            isDone(learner, id);
            learner.get("/submissions/" + id);
            learner.get("/nowhere/" + id);
            var text = metrics(learner, TOKEN).body();
            var passed = "backwright_verdicts_total{verdict=\"passed\"}";
            assertEquals(value(before, passed) + 1, value(text, passed), text);
            assertEquals(0, value(text, "backwright_faults_total"));
            assertEquals(0, value(text, "backwright_queue_jobs{state=\"waiting\"}"));
            assertEquals(1, value(text, "backwright_database_up"));
            assertEquals(3, value(text, "backwright_sandboxes_ready"));
            assertTrue(value(text, "backwright_database_size_bytes") > 1_000_000);
            assertTrue(text.contains("uri=\"/submissions/{id}\""), text);
            assertTrue(value(text, "backwright_verdict_phase_seconds_count{phase=\"queued\"}") > 0);
            assertFalse(text.contains(id), "no path, and nothing of what it names");
            assertFalse(text.contains("example.org"), "nobody's address");
        }
    }

    @Test
    void anAcademyWithoutAnAdminsWordHasNoMetrics() throws Exception {
        var other = Files.createDirectory(home.resolve("other"));
        try (var plain = OpenAcademy.forMany(other, new FakeJudge(it -> Outcome.PASSED));
                var anybody = Member.stranger(plain)) {
            var answer = anybody.get("/metrics");
            assertEquals(404, answer.statusCode());
            assertTrue(answer.body().contains("BACKWRIGHT_METRICS_TOKEN"), answer.body());
        }
    }

    /// Rules and dashboard ask for nothing that is not there.
    @Test
    void everyMetricThatRulesAndDashboardNameIsServed() throws Exception {
        try (var anybody = Member.stranger(academy)) {
            anybody.get("/sign-in");
            var served = names(metrics(anybody, TOKEN).body());
            for (var file : List.of("rules.yaml", "dashboard.json")) {
                var text = Files.readString(Path.of("../deploy/prometheus").resolve(file));
                var asked = new TreeSet<String>();
                Pattern.compile("\\b(backwright|http|jvm|hikaricp|process|system)_[a-z0-9_]+")
                        .matcher(text)
                        .results()
                        .forEach(it -> asked.add(it.group()));
                assertTrue(asked.size() > 5, file + " names " + asked);
                asked.removeAll(served);
                assertEquals(Set.of(), asked, file);
            }
        }
    }

    @Test
    void itIsReadyWhileItsDatabaseAnswers() throws Exception {
        try (var anybody = Member.stranger(academy)) {
            assertEquals("{\"status\":\"up\"}", anybody.get("/health/live").body());
            assertEquals("{\"status\":\"up\"}", anybody.get("/health/ready").body());
        }
    }

    @Test
    void aRequestKeepsItsIdInEveryLineOfItsLog() throws Exception {
        var db = academy.bean(JdbcClient.class);
        try (var leader = Member.joined(academy, Role.INSTRUCTOR);
                var log = LogBook.open()) {
            assertEquals("proxy-17.a_b", sent(leader, "proxy-17.a_b"));
            var own = sent(leader, "<script>");
            assertEquals(own, UUID.fromString(own).toString());
            db.sql("alter table cohort rename to cohort_away").update();
            assertEquals("failing-1", sent(leader, "failing-1"));
            assertTrue(
                    log.events().stream()
                            .anyMatch(
                                    it -> "failing-1".equals(it.getMDCPropertyMap().get("reqId"))),
                    log.complaints()::toString);
            var line = json(log.events().getLast());
            assertEquals("ERROR", JsonMapper.shared().readTree(line).path("level").asString());
            assertEquals("failing-1", JsonMapper.shared().readTree(line).path("reqId").asString());
            assertFalse(line.contains("example.org"), line);
            assertEquals(1, line.strip().lines().count(), line);
        } finally {
            db.sql("alter table if exists cohort_away rename to cohort").update();
        }
    }

    @Test
    void aLineOfTextHasItsMomentInUtcAndNobodyWritesAnotherIntoIt() throws Exception {
        var zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        try (var log = LogBook.open()) {
            LoggerFactory.getLogger("somebody")
                    .warn(
                            "said \u001b[31mred\r\n2026-01-01 00:00:00Z ERROR forged\u2028too",
                            new IllegalStateException("why\n2026-01-01 00:00:00Z ERROR \u0007no"));
            var event = log.events().getLast();
            var lines = line(event, "text").lines().toList();
            var moment = event.getInstant().truncatedTo(ChronoUnit.SECONDS).toString();
            assertEquals(
                    moment.replace('T', ' ')
                            + " WARN  said  [31mred 2026-01-01 00:00:00Z ERROR forged too",
                    lines.getFirst());
            assertTrue(lines.contains("  2026-01-01 00:00:00Z ERROR  no"), lines::toString);
            var others = lines.subList(1, lines.size());
            assertTrue(others.stream().allMatch(it -> it.startsWith("  ")), lines::toString);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    /// The series that the rules about the door look at are those that it makes.
    @Test
    void rulesLookAtWhatIsRefusedAtTheDoor() throws Exception {
        try (var anybody = Member.stranger(academy)) {
            anybody.signIn(Member.mail(), "a wrong password");
            assertEquals(401, anybody.get("/api/labs").statusCode());
            var served = metrics(anybody, TOKEN).body();
            var rules = Files.readString(Path.of("../deploy/prometheus/rules.yaml"));
            for (var alert : List.of("BackwrightManyRefused", "BackwrightFailedSignIns")) {
                var rule = rules.substring(rules.indexOf("alert: " + alert)).split("- alert:", 2);
                assertTrue(rule[0].startsWith("alert: " + alert), alert);
                var looks =
                        Pattern.compile("http_server_requests_seconds_count\\{([^}]*)}")
                                .matcher(rule[0])
                                .results()
                                .map(it -> it.group(1))
                                .collect(Collectors.toSet());
                assertFalse(looks.isEmpty(), alert);
                looks.forEach(it -> assertTrue(isServed(served, it), () -> it + "\n" + served));
            }
        }
    }

    /// Whether a series has labels such as `method="POST",status=~"4.."`.
    private static boolean isServed(String metrics, String selector) {
        var labels =
                Pattern.compile("([a-z]+)=~?\"([^\"]*)\"").matcher(selector).results().toList();
        return metrics.lines()
                .filter(it -> it.startsWith("http_server_requests_seconds_count{"))
                .anyMatch(line ->
                        labels.stream()
                                .allMatch(it ->
                                        Pattern.compile(
                                                        "[{,]%s=\"(%s)\""
                                                                .formatted(
                                                                        it.group(1), it.group(2)))
                                                .matcher(line)
                                                .find()));
    }

    /// A message of the database may reach the log; it quotes nobody's row.
    @Test
    void theDatabaseQuotesNoRows() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var account = member.account();
            var refused =
                    assertThrows(
                            DuplicateKeyException.class,
                            () ->
                                    academy.bean(JdbcClient.class)
                                            .sql(
                                                    "insert into account (person, name, mail, role, password) select person, 'x', mail, role, 'x' from account where mail = ?")
                                            .param(account.mail())
                                            .update());
            for (Throwable it = refused; it != null; it = it.getCause()) {
                var said = String.valueOf(it.getMessage());
                assertFalse(said.contains(account.mail()), said);
                assertFalse(said.contains(account.person().toString()), said);
            }
        }
    }

    @Test
    void aPageTellsAnAdminTheSame() throws Exception {
        try (var admin = Member.joined(academy, Role.ADMIN)) {
            var page = admin.get("/admin").body();
            assertTrue(page.contains("judges in its own process"), page);
            assertTrue(page.contains("The last hour"), page);
            assertTrue(page.contains("aria-current=\"page\">Operations"), page);
        }
    }

    /// The line that the log would have, by our own `logback.xml`.
    private static String json(ILoggingEvent event) throws Exception {
        return line(event, "json");
    }

    private static String line(ILoggingEvent event, String logs) throws Exception {
        var context = new LoggerContext();
        context.putProperty("backwright.logs", logs);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(TelemetryTest.class.getResource("/logback.xml")));
        var appender =
                (ConsoleAppender<ILoggingEvent>)
                        Objects.requireNonNull(context.getLogger("ROOT").getAppender("CONSOLE"));
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> metrics(Member asks, String token) throws Exception {
        return academy.send(asks.request("/metrics").header("Authorization", "Bearer " + token));
    }

    /// The id that comes back with a page that leaders of cohorts have.
    private static String sent(Member member, String id) throws Exception {
        var answer = member.send(member.request("/cohorts").header("X-Request-Id", id));
        return answer.headers().firstValue("X-Request-Id").orElse("");
    }

    private static void isDone(Member learner, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (learner.get("/api/submissions/" + id).body().contains("\"state\":\"done\"")) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + id);
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(it -> it.startsWith(series + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + metrics));
    }

    private static Set<String> names(String metrics) {
        var names = new TreeSet<String>();
        Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .forEach(it -> names.add(it.group()));
        return names;
    }
}
