package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.catalog.Snippet;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Judge;
import dev.backwright.judge.JudgeSettings;
import dev.backwright.judge.Lab;
import dev.backwright.judge.Labs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What lessons play, of every lab there is.
final class PlayedSnippetsTest {

    private static final Pattern PLAYED =
            Pattern.compile("(?m)^```(?=.*\\splay(?:\\s|$)).*\\sfile=(\\S+)");

    @TempDir static Path home;

    private static Judge judge;
    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        judge =
                Judge.open(
                        JudgeSettings.of(RealAcademy.COURSE, RealAcademy.TOOLBOX, home)
                                .withIsolation("namespaces"));
        academy = OpenAcademy.at(home, TestDatabases.fresh(), judge);
    }

    @AfterAll
    static void close() {
        academy.close();
        judge.close();
    }

    @TestFactory
    List<DynamicTest> eachIsRecordedAsNodeRunsIt() {
        var tests = new ArrayList<DynamicTest>();
        for (Lab lab : Labs.load(RealAcademy.COURSE).all()) {
            for (var main :
                    PLAYED.matcher(lab.lesson()).results().map(it -> it.group(1)).toList()) {
                tests.add(
                        DynamicTest.dynamicTest(
                                lab.id() + ", " + main, () -> isAsInNode(lab, main)));
            }
        }
        assertFalse(tests.isEmpty(), "no lesson plays anything");
        return tests;
    }

    private static void isAsInNode(Lab lab, String main) throws Exception {
        var program = program(lab, main);
        assertEquals(
                Files.readString(lab.folder().resolve("lesson").resolve(main)),
                program.path("files").path(main).asString());
        var answer =
                academy.post("/api/recordings", JsonMapper.shared().writeValueAsString(program));
        assertEquals(200, answer.statusCode(), answer.body());
        var recorded = JsonMapper.shared().readTree(answer.body());
        var end = recorded.path("trace").path("end");
        assertEquals("finished", end.path("by").asString(), end.toString());
        assertEquals("yes", recorded.path("same").asString(), () -> recorded.path("node") + "");
        assertEquals(end.path("ran").asInt(), end.path("recorded").asInt(), "it is recorded whole");
    }

    private static JsonNode program(Lab lab, String main) throws Exception {
        return academy.json("/api/labs/" + lab.id() + "/snippets")
                .path("snippets")
                .valueStream()
                .filter(each -> each.path("main").asString().equals(main))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(main + " is not among the lesson's snippets"));
    }

    @Test
    void withASnippetGoWhatItNamesAndNothingElse(@TempDir Path folder) throws Exception {
        var lab = Labs.load(RealAcademy.COURSE).all().getFirst();
        var lesson = Files.createDirectories(folder.resolve("lesson/lib"));
        Files.writeString(folder.resolve("lesson.md"), "```js file=main.js run play\n```\n");
        Files.writeString(lesson.resolveSibling("main.js"), "require('./lib/two'); // and a.json");
        Files.writeString(lesson.resolve("two.js"), "exports.two = 2;");
        Files.writeString(lesson.resolveSibling("a.json"), "{}");
        Files.writeString(lesson.resolveSibling("other.js"), "");
        var other =
                new Lab(lab.id(), folder, lab.digest(), lab.sheet(), lab.checks(), lab.wrongs());
        var played = Snippet.played(other);
        assertEquals(1, played.size());
        assertEquals(
                Map.of(
                        "main.js", "require('./lib/two'); // and a.json",
                        "lib/two.js", "exports.two = 2;",
                        "a.json", "{}"),
                played.getFirst().files());
        assertTrue(played.getFirst().main().equals("main.js"));
    }
}
