package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.platform.SoloFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The real academy with real processes, ended the hard way and the usual way.
final class KilledServerTest {

    private static final String LAB = "data/transactions";
    private static final String SUBMISSIONS = "/api/labs/" + LAB + "/submissions";

    @TempDir Path home;

    @Test
    void killedWhileItJudgesAndOthersWaitItGivesEachOneVerdictAndLeavesNoProcess()
            throws Exception {
        var ids = new ArrayList<String>();
        var first = new ArrayList<ProcessHandle>();
        var second = new ArrayList<ProcessHandle>();
        try (var academy = ChildAcademy.open(home)) {
            var solo = SoloFile.read(home).orElseThrow();
            for (int i = 0; i < Runtime.getRuntime().availableProcessors() + 2; i++) {
                ids.add(handIn(academy, solo));
            }
            Moment.comes(() -> someAreJudgedAndSomeWait(academy, solo, ids), academy::said);
            first.addAll(Offspring.of(academy.handle(), home));
            academy.kill();
        }
        try (var academy = ChildAcademy.open(home)) {
            var solo = SoloFile.read(home).orElseThrow();
            Moment.comes(() -> states(academy, solo, ids).equals(Set.of("done")), academy::said);
            eachHasOneVerdict(academy, solo, ids);
            Moment.comes(() -> gone(first), () -> Offspring.alive(first));
            second.addAll(Offspring.of(academy.handle(), home));
            academy.interrupt();
            assertEquals(130, academy.exitCode(), academy::said);
            assertEquals("", academy.said().lines().skip(1).reduce("", String::concat));
        }
        assertEquals(List.of(), Offspring.alive(second));
        assertEquals(List.of(), Offspring.alive(Offspring.livingIn(home)));
    }

    private static boolean gone(List<ProcessHandle> processes) {
        return Offspring.alive(processes).isEmpty();
    }

    private static boolean someAreJudgedAndSomeWait(
            ChildAcademy academy, SoloFile solo, List<String> ids) throws Exception {
        boolean inSandbox =
                academy.handle()
                        .descendants()
                        .anyMatch(it -> Offspring.words(it).contains("server.js"));
        return inSandbox && states(academy, solo, ids).containsAll(Set.of("running", "queued"));
    }

    private static Set<String> states(ChildAcademy academy, SoloFile solo, List<String> ids)
            throws Exception {
        var states = new java.util.TreeSet<String>();
        for (var id : ids) {
            states.add(academy.json(solo, "/api/submissions/" + id).path("state").asString(""));
        }
        return states;
    }

    private static void eachHasOneVerdict(ChildAcademy academy, SoloFile solo, List<String> ids)
            throws Exception {
        var versions = academy.json(solo, SUBMISSIONS);
        assertEquals(ids.size(), versions.size());
        for (var version : versions) {
            assertTrue(ids.contains(version.path("id").asString()));
            assertEquals(version.path("id"), version.at("/report/submission"));
            assertEquals("failed", version.at("/report/verdict").asString(), version::toString);
            assertEquals(0, version.path("unjudged").asInt(), version::toString);
        }
    }

    private static String handIn(ChildAcademy academy, SoloFile solo) throws Exception {
        var json = JsonMapper.shared();
        var body = json.writeValueAsString(Map.of("files", starter()));
        var answer = academy.send(solo, "POST", SUBMISSIONS, body);
        assertEquals(202, answer.statusCode(), answer.body());
        return json.readTree(answer.body()).path("id").asString();
    }

    private static Map<String, String> starter() throws Exception {
        var files = new TreeMap<String, String>();
        var folder = RealAcademy.COURSE.resolve("labs").resolve(LAB).resolve("starter");
        for (var name : List.of("transfers.js", "pool.js")) {
            files.put(name, Files.readString(folder.resolve(name)));
        }
        return files;
    }
}
