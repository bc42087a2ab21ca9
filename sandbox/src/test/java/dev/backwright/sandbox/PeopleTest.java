package dev.backwright.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose programs are run, and what then may be.
final class PeopleTest {

    @TempDir Path folder = Path.of("");

    @BeforeEach
    void letOthersIn() throws IOException {
        mode("rwx--x--x");
    }

    private void mode(String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private SandboxSettings plain(People people) {
        return SandboxSettings.of(Given.TOOLBOX, folder.resolve("run"))
                .withKind(Kind.PROCESS)
                .withPeople(people);
    }

    @Test
    void otherPeoplesProgramsAreNotRunAsPlainProcesses() {
        var refusal =
                assertThrows(SandboxException.class, () -> Sandboxes.open(plain(People.OTHERS)));
        var says = String.valueOf(refusal.getMessage());
        assertTrue(says.contains("backwright.accept-weak-isolation=true"), says);
    }

    @Test
    void whoNamesTheRiskIsWarnedAndServed() throws Exception {
        try (var sandbox = Sandboxes.open(plain(new People(true, true)))) {
            assertEquals("process", sandbox.isolation().name());
            var warnings = String.join(" ", sandbox.isolation().warnings());
            assertTrue(
                    warnings.contains("Other people's programs run as plain processes"), warnings);
            var seen = Given.run(sandbox, Given.script("console.log(1)"));
            assertEquals("1\n", seen.out(), seen.err());
        }
    }

    @Test
    void otherPeoplesProgramsRunInNamespaces() {
        var settings = plain(People.OTHERS).withKind(Kind.NAMESPACES);
        try (var sandbox = Sandboxes.open(settings)) {
            assertEquals("namespaces", sandbox.isolation().name());
        }
    }

    @Test
    void settingsAreReadFromPropertiesThenFromTheEnvironment() {
        var environment =
                Map.of(
                        "BACKWRIGHT_PEOPLE", "others",
                        "BACKWRIGHT_ACCEPT_WEAK_ISOLATION", "true");
        assertEquals(new People(true, true), People.of(name -> null, environment::get));
        assertEquals(
                new People(false, true),
                People.of(Map.of("backwright.people", "oneself")::get, environment::get));
        assertEquals(People.ONESELF, People.of(name -> null, name -> null));
        assertThrows(
                SandboxException.class,
                () -> People.of(Map.of("backwright.people", "Others")::get, name -> null));
    }

    @Test
    void rootRunsNoPlainProcessAsRoot() throws Exception {
        assumeTrue(Users.weAreRoot(), "only root can become another user");
        mode("rwx------");
        var refusal =
                assertThrows(SandboxException.class, () -> Sandboxes.open(plain(People.ONESELF)));
        var says = String.valueOf(refusal.getMessage());
        assertTrue(says.contains("are not run as root"), says);
        assertTrue(says.contains("chmod o+x " + folder), says);
        try (var left = Files.list(folder.resolve("run"))) {
            assertEquals(0, left.count(), "nothing is left of the attempt");
        }
    }
}
