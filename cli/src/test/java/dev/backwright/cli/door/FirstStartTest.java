package dev.backwright.cli.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The order of things, and that what is done is not done again. The checkout's name has spaces in it.
class FirstStartTest {

    private static final String BUILD = "mvn -B -ntp package -Dmaven.test.skip=true";

    private @TempDir Path top = Path.of("");
    private Machine machine;

    @BeforeEach
    void aMachineThatHasAll() throws IOException {
        machine = Machine.complete(top, "my own checkout");
    }

    @Test
    void aFirstStartFetchesBuildsMakesTheCacheAndStarts() throws Exception {
        var answer = machine.start("labs", "--json").answer();

        assertEquals(List.of("npm ci", BUILD, "java cache", "java 25.0.3"), machine.calls());
        assertTrue(answer.err().contains("[1/5] packages"), answer.err());
        assertTrue(answer.err().contains("[2/5] build"), answer.err());
        assertEquals(0, answer.code());
    }

    @Test
    void aSecondStartOnlyStartsAndSaysNothing() throws Exception {
        machine.start("labs").answer();
        machine.calls();

        var answer = machine.start("labs").answer();

        assertEquals(List.of("java 25.0.3"), machine.calls());
        assertEquals("", answer.err());
    }

    @Test
    void whatTheProgramNeedsToKnowIsToldToIt() throws Exception {
        var answer = machine.start("check", "a b", "--seed", "7").answer();

        Path checkout = machine.checkout();
        assertTrue(
                answer.out().contains("<-Dbackwright.course=" + checkout + "/course>"),
                answer.out());
        assertTrue(answer.out().contains("<-Dbackwright.toolbox=" + checkout + "/toolbox>"));
        assertTrue(answer.out().contains("<-Dbackwright.door=" + checkout + "/backwright>"));
        assertTrue(
                answer.out()
                        .contains(
                                "<-Dbackwright.home="
                                        + machine.top()
                                        + "/person/.local/share/backwright>"));
        assertTrue(
                answer.out().endsWith("/cli/cli.jar>\n<check>\n<a b>\n<--seed>\n<7>\n"),
                answer.out());
        assertTrue(
                answer.out().contains("in " + machine.top()),
                "the person's folder stays the current one");
        assertTrue(answer.out().contains("<-XX:AOTCache="));
    }

    @Test
    void traceBecomesTheTracerAndItsWordsAreThePrograms() throws Exception {
        var answer = machine.start("trace", "--json", "a b.mjs").answer();

        assertTrue(
                answer.out().endsWith("/tracer/tracer.jar>\n<--json>\n<a b.mjs>\n"), answer.out());
    }

    @Test
    void aRelativeHomeIsMeantFromHere() throws Exception {
        machine.variable("BACKWRIGHT_HOME", "data");

        var answer = machine.start("labs").answer();

        assertTrue(
                answer.out().contains("<-Dbackwright.home=" + machine.top() + "/data>"),
                answer.out());
    }

    @Test
    void aLinkToTheScriptLeadsToItsCheckout() throws Exception {
        Path link = machine.top().resolve("bin/bw");
        Files.createSymbolicLink(link, Path.of("../my own checkout/backwright"));

        var answer = machine.startAs(link, "labs").answer();

        assertTrue(
                answer.out().contains("<-Dbackwright.course=" + machine.checkout() + "/course>"),
                answer.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cli/src/main/java/Main.java",
                "cli/pom.xml",
                "course/labs/javascript/closures/Checks.java",
                "cli/src/main/java/Another.java"
            })
    void aChangedSourceIsBuiltAgain(String source) throws Exception {
        machine.start("labs").answer();
        machine.calls();

        machine.write(source, "class Changed {}\n");
        machine.start("labs").answer();

        assertEquals(List.of(BUILD, "java cache", "java 25.0.3"), machine.calls());
    }

    @Test
    void aChangedLessonNeedsNoBuild() throws Exception {
        machine.start("labs").answer();
        machine.calls();

        machine.write("course/labs/javascript/closures/lesson.md", "# Closures\n");
        machine.start("labs").answer();

        assertEquals(List.of("java 25.0.3"), machine.calls());
    }

    @Test
    void aChangedLockFileFetchesThePackagesAgain() throws Exception {
        machine.start("labs").answer();
        machine.calls();

        machine.write("toolbox/package-lock.json", "{ }\n");
        machine.start("labs").answer();

        assertEquals(List.of("npm ci", "java 25.0.3"), machine.calls());
    }

    @Test
    void anotherJavaMakesItsOwnCache() throws Exception {
        machine.start("labs").answer();
        machine.calls();

        machine.jdk("usr/lib/jvm/jdk-25", "25.0.4");
        machine.start("labs").answer();

        assertEquals(List.of("java cache", "java 25.0.4"), machine.calls());
    }

    @Test
    void withoutACacheItStartsAllTheSame() throws Exception {
        Path java = machine.jdk("usr/lib/jvm/jdk-25", "25.0.3").resolve("bin/java");
        Files.writeString(
                java,
                Files.readString(java)
                        .replace(": >\"${word#*=}\";", "")
                        .replace("exit 0", "exit 1"));

        var answer = machine.start("labs").answer();

        assertTrue(answer.err().contains("No start-up cache could be made for cli"), answer.err());
        assertEquals(0, answer.code());
        assertFalse(answer.out().contains("<-XX:AOTCache="));
    }

    @Test
    void doctorFetchesEvenWhatSeemsToBeThere() throws Exception {
        machine.start("labs").answer();
        machine.calls();

        machine.start("doctor", "--fetch").answer();

        assertEquals(List.of("npm ci", "java 25.0.3"), machine.calls());
    }
}
