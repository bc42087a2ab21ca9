package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// Whatever bad comes in over HTTP is answered with its status and one clear sentence, and leaves nothing behind.
final class SubmissionsOverHttpTest {

    private static final String LAB = "/api/labs/javascript/closures";
    private static final String SUBMISSIONS = LAB + "/submissions";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.at(home, TestDatabases.fresh(), new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @AfterEach
    void nothingWasTakenIn() throws Exception {
        assertEquals(0, academy.json(SUBMISSIONS).size());
        assertTrue(academy.json(LAB + "/draft").path("savedAt").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/labs/javascript/nope/submissions",
                "POST | /api/labs/javascript/nope/submissions",
                "POST | /api/labs/javascript/nope/runs",
                "PUT | /api/labs/javascript/nope/draft",
                "POST | /api/labs/javascript/nope/solution",
                "GET | /api/labs/javascript/nope/events",
            })
    void anUnknownLab(String method, String path) throws Exception {
        says(
                404,
                "There is no lab javascript/nope",
                send(method, path, json("{\"files\":{\"a.js\":\"\"}}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/submissions/00000000-0000-0000-0000-000000000000",
                "/api/submissions/nobody",
                "/api/submissions/nobody/files",
                "/api/runs/nobody/events",
                "/api/nothing"
            })
    void anAddressOfNothing(String path) throws Exception {
        says(404, "", send("GET", path, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../a.js | leads out of your work folder",
                "/etc/passwd | is absolute",
                "C:/a.js | is absolute",
                "a\\b.js | backslash",
                "a\\u0000.js | control character",
                ".git/config | .git is not taken in",
                "node_modules/x.js | node_modules is not taken in",
            })
    void aNameThatIsNotPlain(String name, String why) throws Exception {
        var body = "{\"files\":{\"%s\":\"\"}}".formatted(name.replace("\\b", "\\\\b"));
        says(422, why, send("POST", SUBMISSIONS, json(body)));
        says(422, why, send("PUT", LAB + "/draft", json(body)));
        says(422, why, send("POST", LAB + "/runs", json(body)));
    }

    @Test
    void namesThatDifferOnlyInCase() throws Exception {
        refused("differ only in case", Map.of("a.js", "", "A.js", ""));
    }

    @Test
    void noFiles() throws Exception {
        refused("There are no files to take in", Map.of());
    }

    @Test
    void tooManyFiles() throws Exception {
        refused("There are 201 files; hand in at most 200", many(201, ""));
    }

    @Test
    void aFileThatIsTooLarge() throws Exception {
        refused("“0.js”: the file is larger than 1 MB", many(1, "x".repeat(1_000_001)));
    }

    @Test
    void filesThatAreTooLargeTogether() throws Exception {
        refused("larger than 5 MB together", many(6, "x".repeat(900_000)));
    }

    @Test
    void textWithHalfACharacter() throws Exception {
        var body = json("{\"files\":{\"a.js\":\"\\ud800\"}}");
        says(422, "half a character", send("POST", SUBMISSIONS, body));
    }

    @Test
    void bytesThatAreNoUtf8() throws Exception {
        var latin = "{\"files\":{\"a.js\":\"é\"}}".getBytes(StandardCharsets.ISO_8859_1);
        says(400, "not the JSON", send("POST", SUBMISSIONS, BodyPublishers.ofByteArray(latin)));
        var archive = Zips.of("a.js", new byte[] {'a', (byte) 0xE9}, 0);
        says(422, "not UTF-8 text", zip(archive));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"files\":null}",
                "{\"files\":[]}",
                "{\"files\":{\"a.js\":null}}",
                "{\"files\":{\"a.js\":{}}}"
            })
    void aBodyOfAnotherShape(String body) throws Exception {
        says(400, "not the JSON", send("POST", SUBMISSIONS, json(body)));
        says(400, "not the JSON", send("PUT", LAB + "/draft", json(body)));
        says(400, "not the JSON", send("POST", LAB + "/runs", json(body)));
        says(400, "not the JSON", send("POST", LAB + "/results", json(body)));
        says(400, "not the JSON", send("POST", LAB + "/hints", json(body)));
    }

    @Test
    void aBodyOfAnotherKind() throws Exception {
        var request = academy.withKey(SUBMISSIONS).header("Content-Type", "text/plain");
        says(415, "", academy.send(request.POST(BodyPublishers.ofString("let a"))));
        says(405, "", send("DELETE", SUBMISSIONS, BodyPublishers.noBody()));
    }

    @Test
    void aLinkInAZip() throws Exception {
        says(
                422,
                "is a link",
                zip(Zips.of("a.js", "/etc/passwd".getBytes(StandardCharsets.UTF_8), 0120777)));
    }

    @Test
    void anAbsoluteNameInAZip() throws Exception {
        says(422, "is absolute", zip(Zips.of("/etc/a.js", new byte[0], 0)));
    }

    @Test
    void aZipThatGrowsOutOfAllProportion() throws Exception {
        var bomb = Zips.of("a.js", "\n".repeat(900_000).getBytes(StandardCharsets.UTF_8), 0);
        says(422, "grows more than 200 times", zip(bomb));
    }

    @Test
    void aZipThatIsNone() throws Exception {
        says(422, "no zip archive", zip("PK no".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aBodyThatIsTooLargeAndDoesNotSaySo() throws Exception {
        var body = "{\"files\":{\"a.js\":\"" + "x".repeat(13 << 20);
        var endless = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        says(413, "12 MB", send("POST", SUBMISSIONS, BodyPublishers.ofInputStream(() -> endless)));
    }

    private static void refused(String why, Map<String, String> files) throws Exception {
        var body = JsonMapper.shared().writeValueAsString(Map.of("files", files));
        says(422, why, send("POST", SUBMISSIONS, json(body)));
        says(422, why, send("PUT", LAB + "/draft", json(body)));
    }

    private static Map<String, String> many(int count, String text) {
        var files = new TreeMap<String, String>();
        for (int i = 0; i < count; i++) {
            files.put(i + ".js", text);
        }
        return files;
    }

    private static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body);
    }

    private static HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws Exception {
        var request = academy.withKey(path).header("Content-Type", "application/json");
        return academy.send(request.method(method, body));
    }

    private static HttpResponse<String> zip(byte[] archive) throws Exception {
        var request = academy.withKey(SUBMISSIONS).header("Content-Type", "application/zip");
        return academy.send(request.POST(BodyPublishers.ofByteArray(archive)));
    }

    private static void says(int status, String words, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        var type = answer.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("application/problem+json"), type + answer.body());
        var problem = JsonMapper.shared().readTree(answer.body());
        var detail = problem.path("detail").asString("");
        assertTrue(detail.contains(words), detail);
        assertTrue(detail.endsWith("."), detail);
        assertFalse(detail.contains("Exception") || detail.contains("dev.backwright"), detail);
        assertTrue(problem.path("violations").size() <= 1, answer.body());
    }
}
