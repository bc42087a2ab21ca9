package dev.backwright.academy.web.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much one person may ask for. All of it comes back within a minute, so that a slow machine is refused a little later.
final class PaceTest {

    private static final String SUBMISSIONS = "/api/labs/no/such/submissions";

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    private interface Asking {
        HttpResponse<String> ask() throws Exception;
    }

    /// @return how many were answered before
    private static int untilRefused(int most, Asking asking) throws Exception {
        for (int i = 0; i < most; i++) {
            var answer = asking.ask();
            if (answer.statusCode() == 429) {
                int wait = Integer.parseInt(answer.headers().firstValue("Retry-After").orElse(""));
                assertTrue(wait >= 1 && wait <= 60, "wait " + wait);
                return i;
            }
        }
        throw new AssertionError("not refused after " + most);
    }

    @Test
    void whatMakesAMachineWorkIsGrantedThirtyTimesAMinute() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER);
                var other = Member.joined(academy, Role.LEARNER)) {
            Asking asking = () -> member.call("POST", SUBMISSIONS, "{\"files\":{}}");
            assertTrue(untilRefused(100, asking) >= 30);
            assertEquals(200, member.get("/me").statusCode());
            assertEquals(404, other.call("POST", SUBMISSIONS, "{\"files\":{}}").statusCode());
        }
    }

    @Test
    void anExportCountsAsSixtyPages() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            assertTrue(untilRefused(100, () -> member.get("/api/export")) >= 18);
        }
    }

    @Test
    void aLookAtAWholeCohortCountsAsTwentyPages() throws Exception {
        try (var lead = Member.joined(academy, Role.INSTRUCTOR)) {
            var none = "/cohorts/" + UUID.randomUUID() + "/grades.csv";
            assertTrue(untilRefused(300, () -> lead.get(none)) >= 58);
        }
    }
}
