package dev.backwright.judge.evidence;

import static dev.backwright.judge.evidence.Drawn.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request.Header;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final String TOKEN =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String BCRYPT =
            "$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    @Test
    void aSecretIsKnownByItsNameInJsonFormsQueriesAndLogs() {
        assertBody(
                "{\"email\":\"a@b.c\",\"password\":\"masked (8 characters)\"}",
                "{\"email\":\"a@b.c\",\"password\":\"hunter22\"}");
        assertBody(
                "{ user: 'ada', accessToken: 'masked (3 characters)' }",
                "{ user: 'ada', accessToken: 'abc' }");
        assertBody("email=a&password=masked (3 characters)&x=1", "email=a&password=abc&x=1");
        assertBody("login ok token=masked (4 characters) in 3 ms", "login ok token=abcd in 3 ms");
        assertBody("{\"password\":\"masked (4 characters)", "{\"password\":\"cut!");
        assertEquals(
                "/reset?token=masked (3 characters)&x=1",
                ((Evidence.Http) Masking.of(post("/reset?token=abc&x=1", ""))).target());
    }

    @Test
    void aNameThatOnlyMentionsASecretHidesNothing() {
        for (String text :
                List.of(
                        "{\"tokenType\":\"Bearer\",\"passwordChangedAt\":\"2026-11-25\",\"tokens\":12}",
                        "{\"id\":\"7f3a\",\"title\":\"secret santa\",\"key\":\"article:1\"}",
                        "{\"password\":\"\",\"token\":null,\"secret\":\"undefined\"}",
                        "the password is too short: at least 8 characters")) {
            assertBody(text, text);
        }
    }

    @Test
    void headersKeepWhatTellsWithoutTheSecret() {
        assertHeader("Bearer masked (3 characters)", "Authorization", "Bearer abc");
        assertHeader("masked (3 characters)", "authorization", "abc");
        assertHeader("Bearer undefined", "Authorization", "Bearer undefined");
        assertHeader(
                "sid=masked (4 characters); theme=masked (4 characters)",
                "Cookie",
                "sid=s3cr; theme=dark");
        assertHeader(
                "sid=masked (4 characters); Path=/; HttpOnly; SameSite=Lax",
                "Set-Cookie",
                "sid=s3cr; Path=/; HttpOnly; SameSite=Lax");
        assertHeader("sid=; Max-Age=0", "Set-Cookie", "sid=; Max-Age=0");
        assertHeader("masked (5 characters)", "X-Api-Key", "12345");
        assertHeader("application/json", "Content-Type", "application/json");
    }

    @Test
    void aSecretIsKnownByItsLook() {
        assertBody(
                "at postgres://app:masked (6 characters)@localhost:5432/db",
                "at postgres://app:s3cret@localhost:5432/db");
        assertBody("redis://:masked (6 characters)@127.0.0.1/0", "redis://:s3cret@127.0.0.1/0");
        assertBody("seen masked (80 characters).", "seen " + TOKEN + ".");
        assertBody("hash $2b$10$masked (53 characters)", "hash " + BCRYPT);
        assertBody(
                "Authorization: Bearer masked (10 characters)", "Authorization: Bearer abcdef1234");
        assertBody("http://127.0.0.1:8080/notes?at=12:30", "http://127.0.0.1:8080/notes?at=12:30");
    }

    @Test
    void parametersAreKnownByTheColumnTheyAreFor() {
        assertParameters(
                "insert into person (email, \"password_hash\", age) values ($1, $2, $3) returning id",
                List.of("a@b.c", "abc", "7"),
                List.of("a@b.c", "masked (3 characters)", "7"));
        assertParameters(
                "select * from session where token = $1 and person = $2",
                List.of("abc", "7"),
                List.of("masked (3 characters)", "7"));
        assertParameters(
                "INSERT INTO `person` (`password`, `name`) VALUES (?, ?), (?, ?)",
                List.of("abc", "Ada", "defg", "Bob"),
                List.of("masked (3 characters)", "Ada", "masked (4 characters)", "Bob"));
        assertParameters(
                "update account set balance = balance - $2 where id = $1",
                List.of("1", "30"),
                List.of("1", "30"));
        assertParameters("select $1", List.of(BCRYPT), List.of("$2b$10$masked (53 characters)"));
    }

    @Test
    void textsOfStatementsKeepColumnsAndHideLiterals() {
        assertText(
                "postgres",
                "select token from session where token = other.token and password = 'masked (3 characters)'",
                "select token from session where token = other.token and password = 'abc'");
        assertText("redis", "AUTH masked (6 characters)", "AUTH s3cret");
        assertText(
                "redis",
                "HSET user:1 password masked (3 characters) name Ada",
                "HSET user:1 password abc name Ada");
        assertText("redis", "GET session:masked (16 characters)", "GET session:0123456789abcdef");
        assertText("redis", "GET article:1", "GET article:1");
    }

    @Test
    void repliesOfRedisAreMaskedByTheKeyAskedForOrByTheirOwnNames() {
        assertReply("masked (6 characters)", "GET user:1:password", "s3cret");
        assertReply("masked (6 characters)", "HGET user:1 token", "s3cret");
        assertReply("(nil)", "GET user:1:password", "(nil)");
        assertReply("OK", "SET token x", "OK");
        assertReply("2", "INCR token", "2");
        assertReply(
                "name Ada password masked (6 characters) age 36",
                "HGETALL user:1",
                "name Ada password s3cret age 36");
        assertReply(
                "{\"password\":\"masked (3 characters)\"}", "GET user:1", "{\"password\":\"abc\"}");
        assertReply("{\"id\":1}", "GET article:1", "{\"id\":1}");
    }

    @Test
    void whatACheckComparesIsNotHidden() {
        var expected =
                new Evidence.Rows(
                        "select password from person",
                        List.of("password"),
                        List.of(List.of("a")),
                        List.of(List.of("b")));
        assertEquals(expected, Masking.of(expected));
        var seen =
                new Evidence.Rows(
                        "q", List.of("id", "password"), null, List.of(List.of("1", "bcd")));
        assertEquals(
                List.of(List.of("1", "masked (3 characters)")),
                ((Evidence.Rows) Masking.of(seen)).seen());
    }

    @Test
    void theCommandThatRepeatsTakesSecretsFromTheShell() {
        var http =
                (Evidence.Http)
                        Masking.of(
                                post(
                                        "/login?token=t0",
                                        "{\"email\":\"it's\",\"password\":\"hunter22\"}",
                                        new Header("Authorization", "Bearer " + TOKEN),
                                        new Header("Cookie", "sid=s3cr")));
        assertFalse(http.repeat().contains("hunter22"), http::repeat);
        assertFalse(http.repeat().contains("eyJ"), http::repeat);
        assertTrue(http.repeat().contains("'Authorization: Bearer '\"$TOKEN\""), http::repeat);
        assertTrue(http.repeat().contains("'Cookie: sid='\"$COOKIE_SID\""), http::repeat);
        assertTrue(http.repeat().contains("\"password\":\"'\"$PASSWORD\"'\"}'"), http::repeat);
        var plain = post("/notes", "{\"text\":\"milk\"}");
        assertEquals(plain, Masking.of(plain));
    }

    @Test
    void hostileTextTakesLittleTime() {
        for (String piece :
                List.of(
                        "password=",
                        "\"password\":\"",
                        "a://b:",
                        "\"\\",
                        "eyJa.",
                        "token ",
                        "'",
                        "x:'")) {
            String text = piece.repeat(20_000);
            assertTimeout(Duration.ofSeconds(20), () -> new Secrets(Veil.SHOWN).in(text), piece);
            assertTimeout(Duration.ofSeconds(20), () -> new Secrets(Veil.SHOWN).inSql(text), piece);
            assertTimeout(
                    Duration.ofSeconds(20), () -> new Secrets(Veil.SHOWN).inCommand(text), piece);
            assertTimeout(Duration.ofSeconds(20), () -> ParameterNames.of(text), piece);
        }
    }

    private static void assertBody(String masked, String text) {
        assertEquals(masked, ((Evidence.Http) Masking.of(post("/", text))).requestBody());
        var console =
                (Evidence.Console) Masking.of(new Evidence.Console("npm start", text, "", ""));
        assertEquals(masked, console.out());
        var line = new Evidence.Log.Line(false, "", text);
        var log = (Evidence.Log) Masking.of(new Evidence.Log(List.of(line), 0));
        assertEquals(masked, log.lines().getFirst().text());
    }

    private static void assertHeader(String masked, String name, String value) {
        var http = (Evidence.Http) Masking.of(post("/", "", new Header(name, value)));
        assertEquals(List.of(new Header(name, masked)), http.requestHeaders());
    }

    private static void assertParameters(String sql, List<String> values, List<String> masked) {
        assertEquals(masked, masked("postgres", sql, values).parameters());
    }

    private static void assertText(String wire, String masked, String text) {
        assertEquals(masked, masked(wire, text, List.of()).text());
    }

    private static void assertReply(String masked, String command, String reply) {
        var statement = new Statement(1, 0, command, List.of(), 1, 0, 1, Fate.DONE, "", reply);
        var sql = (Evidence.Sql) Masking.of(new Evidence.Sql("redis", List.of(statement)));
        assertEquals(masked, sql.statements().getFirst().answer());
    }

    private static Statement masked(String wire, String text, List<String> parameters) {
        var statement = new Statement(1, 0, text, parameters, 1, 0, 1, Fate.DONE, "");
        var sql = (Evidence.Sql) Masking.of(new Evidence.Sql(wire, List.of(statement)));
        return sql.statements().getFirst();
    }
}
