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

/// Java, Node and bubblewrap: found in odd places, or one sentence that says what to install.
class WhatIsMissingTest {

    private @TempDir Path top = Path.of("");
    private Machine machine;

    @BeforeEach
    void aMachineWithoutJava() throws IOException {
        machine = Machine.bare(top, "checkout");
        machine.maven("3.8.7");
        machine.npm();
    }

    @Test
    void withoutJavaOneSentenceSaysWhatToInstall() throws Exception {
        var answer = machine.start().answer();

        assertEquals(70, answer.code());
        assertTrue(answer.err().startsWith("backwright: Java 25 is missing"), answer.err());
        assertEquals(1, answer.err().lines().count(), answer.err());
        assertEquals(List.of(), machine.calls());
    }

    @Test
    void whatCannotBeStartedCannotBeJudged() throws Exception {
        assertEquals(2, machine.start("check").answer().code());
    }

    @Test
    void anOlderJavaFirstOnThePathIsPassedBy() throws Exception {
        Path old = machine.jdk("old", "17.0.15");
        Files.createSymbolicLink(machine.top().resolve("bin/java"), old.resolve("bin/java"));
        machine.jdk("usr/lib/jvm/temurin-25-jdk-amd64", "25.0.1");

        machine.start("labs").answer();

        assertEquals("java 25.0.1", machine.calls().getLast());
    }

    @Test
    void aNewerJavaIsNotTaken() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-26", "26.0.1");

        assertEquals(70, machine.start("labs").answer().code());
    }

    @Test
    void aRuntimeWithoutCompilerIsNotTaken() throws Exception {
        Files.delete(machine.jdk("usr/lib/jvm/jre-25", "25.0.1").resolve("bin/javac"));

        assertEquals(70, machine.start("labs").answer().code());
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path path = machine.jdk("on the path", "25.0.1");
        Files.createSymbolicLink(machine.top().resolve("bin/java"), path.resolve("bin/java"));
        machine.variable("JAVA_HOME", machine.jdk("by variable", "25.0.2").toString());

        machine.start("labs").answer();

        assertEquals("java 25.0.2", machine.calls().getLast());
    }

    @Test
    void javaOfAVersionManagerIsFound() throws Exception {
        machine.jdk("person/.sdkman/candidates/java/25.0.3-tem", "25.0.3");

        machine.start("labs").answer();

        assertEquals("java 25.0.3", machine.calls().getLast());
    }

    @Test
    void withoutNpmOneSentenceSaysWhatToInstall() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.without("npm");

        var answer = machine.start().answer();

        assertEquals(70, answer.code());
        assertTrue(answer.err().contains("npm is missing"), answer.err());
    }

    @Test
    void withoutMavenTheWrapperBuilds() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.without("mvn");
        machine.write(
                "mvnw",
                "echo \"mvnw $*\" >>\"$CALLS\"; mkdir -p cli/target/lib; : >cli/target/cli-0.1.0.jar\n");

        machine.start("labs").answer();

        assertTrue(machine.calls().contains("mvnw -B -ntp package -Dmaven.test.skip=true"));
    }

    @Test
    void anOldMavenIsPassedBy() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.maven("3.8.6");
        machine.write(
                "mvnw",
                "echo mvnw >>\"$CALLS\"; mkdir -p cli/target/lib; : >cli/target/cli-0.1.0.jar\n");

        machine.start("labs").answer();

        assertTrue(machine.calls().contains("mvnw"));
    }

    @Test
    void rootInstallsBubblewrapByAptAndSaysSo() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.without("bwrap");
        machine.tool("id", "echo 0");
        machine.tool("apt-get", "echo \"apt-get $*\" >>\"$CALLS\"");

        var answer = machine.start("check").answer();

        assertTrue(
                machine.calls().contains("apt-get install -y --no-install-recommends bubblewrap"));
        assertTrue(answer.err().contains("bubblewrap by apt-get"), answer.err());
    }

    @Test
    void rootMayForbidIt() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.without("bwrap");
        machine.tool("id", "echo 0");
        machine.tool("apt-get", "echo \"apt-get $*\" >>\"$CALLS\"");
        machine.variable("BACKWRIGHT_NO_INSTALL", "1");

        var answer = machine.start("check").answer();

        assertFalse(machine.calls().stream().anyMatch(call -> call.startsWith("apt-get")));
        assertTrue(answer.err().contains("sudo apt-get install bubblewrap"), answer.err());
        assertEquals(0, answer.code());
    }

    @Test
    void othersAreToldOnceAndItGoesOn() throws Exception {
        machine.jdk("usr/lib/jvm/jdk-25", "25.0.1");
        machine.without("bwrap");
        machine.tool("dnf", "exit 1");

        var first = machine.start("check").answer();
        var second = machine.start("check").answer();

        assertTrue(first.err().contains("sudo dnf install bubblewrap"), first.err());
        assertEquals(0, first.code());
        assertEquals("", second.err());
    }
}
