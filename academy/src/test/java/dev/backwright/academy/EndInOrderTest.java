package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Serving;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An academy that is told to end while somebody reads.
final class EndInOrderTest {

    @TempDir Path home;

    @Test
    void itSaysSoFirstThenAnswersWhoIsThereThenEnds() throws Exception {
        var academy =
                OpenAcademy.at(
                        new Places(
                                        FakeJudge.COURSE,
                                        Path.of("../toolbox"),
                                        home,
                                        TestDatabases.fresh())
                                .withSite(new Site(true, null))
                                .withServing(new Serving("127.0.0.1", null, Duration.ofSeconds(2))),
                        new FakeJudge(it -> Outcome.PASSED));
        try (var member = Member.joined(academy, Role.LEARNER)) {
            var stream = member.open("/api/labs/javascript/closures/events");
            assertEquals("", connection(member.get("/")));
            assertEquals(200, member.get("/health/ready").statusCode());
            var end = Thread.ofPlatform().start(academy::end);
            while (member.get("/health/ready").statusCode() == 200) {
                Thread.onSpinWait();
            }
            var ready = member.get("/health/ready");
            assertEquals(503, ready.statusCode());
            assertTrue(ready.body().contains("about to end"), ready.body());
            assertEquals(200, member.get("/health/live").statusCode());
            var page = member.get("/");
            assertEquals(200, page.statusCode(), "pages are still answered");
            assertEquals("close", connection(page), "and what is asked next comes to another");
            stream.readAllBytes(); // an open page's stream comes to its end
            end.join();
            assertTrue(isGone(member));
        } finally {
            academy.close();
        }
    }

    private static String connection(HttpResponse<String> answer) {
        return answer.headers().firstValue("Connection").orElse("");
    }

    private static boolean isGone(Member member) throws Exception {
        try {
            member.get("/health/live");
            return false;
        } catch (IOException e) {
            return e instanceof ConnectException;
        }
    }
}
