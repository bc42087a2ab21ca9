package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabsTest {

    private final Labs labs = Labs.load(Fixture.COURSE);
    @TempDir Path course;

    @Test
    void stepsComeInTheOrderOfThePath() {
        assertEquals(
                List.of("1 javascript", "3 web", "4 data"),
                labs.steps().stream().map(s -> s.number() + " " + s.id()).toList());
    }

    @Test
    void aLabIsFoundByAnOldName() {
        assertEquals(
                "web/hello", labs.find(LabId.of("web/greeting")).orElseThrow().id().toString());
    }

    @Test
    void whatMayNotBeEditedComesFromTheStarter() {
        Lab lab = labs.find(LabId.of("web/hello")).orElseThrow();
        FileTree merged = lab.merge(Fixture.files(Map.of("package.json", "{}", "extra.js", "1")));
        assertArrayEquals(
                lab.starter().files().get("package.json"), merged.files().get("package.json"));
        assertTrue(merged.files().containsKey("extra.js"));
        assertFalse(merged.files().containsKey("server.js"));
    }

    @Test
    void alternativesAndWrongsAreLaidOverTheSolution() {
        Lab lab = labs.find(LabId.of("javascript/values")).orElseThrow();
        FileTree reduce = Objects.requireNonNull(lab.alternatives().get("reduce"));
        assertTrue(text(reduce, "sum.js").contains("reduce"));
        assertTrue(text(reduce, "main.js").contains("import"));
        Lab.Wrong wrong = lab.wrongs().getFirst();
        assertEquals(List.of("adds", "adds-nothing", "prints"), wrong.fails());
        assertFalse(lab.files(wrong).files().containsKey("wrong.yaml"));
    }

    @Test
    void theDigestChangesWithWhatIsJudgedAndNothingElse() throws Exception {
        copyCourse();
        String before = digest();
        Files.writeString(hello("lesson.md"), "A lesson.");
        Files.writeString(hello("hints.yaml"), "greets: [x]\nechoes: [x]\nhas-manifest: [x]\n");
        Files.writeString(hello("solution/server.js"), "");
        assertEquals(before, digest());
        Files.writeString(hello("starter/server.js"), "// other");
        String other = digest();
        assertNotEquals(before, other);
        Files.writeString(hello("data.sql"), "select 1");
        assertNotEquals(other, digest());
        String third = digest();
        String sheet = Files.readString(hello("lab.yaml"));
        Files.writeString(hello("lab.yaml"), sheet.replace("needs: []", "needs: [mongo]"));
        String fourth = digest();
        assertNotEquals(third, fourth);
        Files.writeString(
                hello("lab.yaml"),
                sheet.replace("needs: []", "needs: [mongo]\nmongo: [transactions]"));
        assertNotEquals(fourth, digest());
        Files.writeString(hello("lab.yaml"), sheet);
        String fifth = digest();
        Files.writeString(hello("lab.yaml"), sheet + "tls: true\n");
        assertNotEquals(fifth, digest());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws Exception {
        copyCourse();
        Files.writeString(
                hello("lab.yaml"),
                """
                title: 7
                topics: [one]
                kind: robot
                needs: [oracle]
                mongo: [magic, $group]
                tls: perhaps
                minutes: soon
                edit: [nowhere.js]
                limits: {memory: 256, colour: red}
                surprise: true
                """);
        Files.writeString(hello("hints.yaml"), "greets: [a]\ngreets: [b]\n");
        String said =
                String.valueOf(
                        assertThrows(JudgeException.class, () -> Labs.load(course)).getMessage());
        for (String part :
                List.of(
                        "labs/web/hello/lab.yaml: title: expected a text, got 7",
                        "topics: expected a topic's id such as 1.1.3, got \"one\"",
                        "kind: expected program, app, data, project or tests, got \"robot\"",
                        "needs: expected a service: postgres",
                        "got \"oracle\"",
                        "mongo: expected a name in docs/mongodb.md, got \"magic\"",
                        "mongo: the lab does not need mongo",
                        "tls: expected true or false, got \"perhaps\"",
                        "minutes: expected a whole number, at least 1, got \"soon\"",
                        "edit: there is no file starter/nowhere.js",
                        "limits: colour: unknown key",
                        "surprise: unknown key",
                        "labs/web/hello/hints.yaml: is no YAML: Duplicate")) {
            assertTrue(said.contains(part), () -> part + " is missing in\n" + said);
        }
    }

    @Test
    void aFolderWithoutACourseIsSaidToBeNone() {
        var none = assertThrows(JudgeException.class, () -> Labs.load(course));
        assertTrue(String.valueOf(none.getMessage()).startsWith("there is no course in"));
    }

    private String digest() {
        return Labs.load(course).find(LabId.of("web/hello")).orElseThrow().digest();
    }

    private Path hello(String file) {
        return course.resolve("labs/web/hello").resolve(file);
    }

    private static String text(FileTree tree, String file) {
        return new String(tree.files().get(file), StandardCharsets.UTF_8);
    }

    private void copyCourse() throws Exception {
        try (Stream<Path> all = Files.walk(Fixture.COURSE)) {
            for (Path path : all.toList()) {
                Path to = course.resolve(Fixture.COURSE.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(path, to);
                }
            }
        }
    }
}
