package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Site;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The backup of `docs/operations.md`: the home, copied while the academy is stopped.
final class RestoredHomeTest {

    private static final String SUBMISSIONS = "/api/labs/javascript/closures/submissions";

    @TempDir Path folder;

    @Test
    void aCopiedHomeHasTheAccountsAndTheVerdicts() throws Exception {
        var mail = Member.mail();
        var home = folder.resolve("home");
        String id;
        try (var academy = open(home);
                var learner = Member.stranger(academy)) {
            learner.join(learner.invited(Role.LEARNER), "Ada Quist", mail);
            var taken = learner.call("POST", SUBMISSIONS, "{\"files\":{\"a.js\":\"mine\"}}");
            id = JsonMapper.shared().readTree(taken.body()).path("id").asString("");
            assertTrue(isPassed(learner, id));
        }
        var copy = folder.resolve("copy");
        var copying = new ProcessBuilder("cp", "-a", home.toString(), copy.toString()).start();
        assertEquals(0, copying.waitFor());
        try (var academy = open(copy);
                var learner = Member.stranger(academy)) {
            assertEquals(303, learner.signIn(mail, Member.PASSWORD).statusCode());
            assertEquals("Ada Quist", learner.account().name());
            assertTrue(isPassed(learner, id));
            assertTrue(learner.get("/api/submissions/" + id + "/files").body().contains("mine"));
        }
    }

    private static OpenAcademy open(Path home) {
        var places = new Places(FakeJudge.COURSE, Path.of("../toolbox"), home, null);
        return OpenAcademy.at(
                places.withSite(new Site(true, null)), new FakeJudge(it -> Outcome.PASSED));
    }

    private static boolean isPassed(Member learner, String id) throws Exception {
        for (int i = 0; i < 600; i++) {
            var where = JsonMapper.shared().readTree(learner.get("/api/submissions/" + id).body());
            if (where.path("state").asString("").equals("done")) {
                return where.at("/report/verdict").asString("").equals("passed");
            }
            Thread.sleep(50);
        }
        return false;
    }
}
