package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people of a cohort hand in, as those who lead it read it, with comments beside the lines.
final class CommentsTest {

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

    @Test
    void whoLeadsACohortReadsWhatItsPeopleHandInAndNobodyElseDoes() throws Exception {
        var handed = HandedIn.of(academy, "<img src=x>\n// two\n");
        try (var other = Member.joined(academy, Role.INSTRUCTOR);
                var learner = Member.joined(academy, Role.LEARNER);
                var admin = Member.joined(academy, Role.ADMIN)) {
            for (var reader : List.of(handed.led().leader(), handed.learner(), admin)) {
                var page = reader.get(handed.page());
                assertEquals(200, page.statusCode());
                assertTrue(page.body().contains("Passed"), page.body());
                assertTrue(page.body().contains("// two"), page.body());
                assertFalse(page.body().contains("<img src=x"), "escaped");
            }
            var nowhere = "/submissions/" + UUID.randomUUID();
            for (var stranger : List.of(other, learner)) {
                assertEquals(404, stranger.get(handed.page()).statusCode());
                assertEquals(bare(stranger, nowhere), bare(stranger, handed.page()));
                var comment =
                        stranger.send(
                                "/me",
                                handed.page() + "/comments",
                                Map.of("path", "a.js", "line", "1", "text", "x"));
                assertEquals(404, comment.statusCode());
            }
        }
        assertTrue(
                handed.led().leader().get(handed.led().page()).body().contains(handed.page()),
                "the grid leads there");
    }

    @Test
    void aCommentStandsBesideItsLineAndIsNewUntilItIsRead() throws Exception {
        var handed = HandedIn.of(academy, "const a = 1;\n// two\n");
        var leader = handed.led().leader();
        var learner = handed.learner();
        assertEquals(303, handed.comment(leader, 2, "Why <b>two</b>?").statusCode());
        assertTrue(learner.get("/").body().contains("1 new comment on Closures, version 1"));
        var page = learner.get(handed.page()).body();
        assertTrue(page.contains("Why &lt;b&gt;two&lt;/b&gt;?"), page);
        assertFalse(learner.get("/").body().contains("new comment"), "it was read");
        assertEquals(303, handed.comment(learner, 2, "Because.").statusCode());
        assertFalse(learner.get("/").body().contains("new comment"), "one's own is not new");
        assertTrue(leader.get(handed.page()).body().contains("Because."));
        for (var wrong :
                List.of(
                        handed.comment(leader, 3, "x"),
                        handed.comment(leader, 0, "x"),
                        handed.comment(leader, 1, " "),
                        handed.comment(leader, 1, "x".repeat(2001)))) {
            assertEquals(422, wrong.statusCode());
            assertTrue(wrong.body().contains("role=\"alert\""));
        }
    }

    @Test
    void aCommentIsTakenBackByItsAuthorAlone() throws Exception {
        var handed = HandedIn.of(academy, "// one\n");
        var leader = handed.led().leader();
        handed.comment(leader, 1, "Hm.");
        var id =
                db().sql("select id from comment where author = ?")
                        .param(leader.account().person())
                        .query(UUID.class)
                        .single();
        var path = handed.page() + "/comments/" + id + "/delete";
        handed.learner().send(handed.page(), path, Map.of());
        assertTrue(leader.get(handed.page()).body().contains("Hm."));
        leader.send(handed.page(), path, Map.of());
        assertFalse(leader.get(handed.page()).body().contains("Hm."));
    }

    private static JdbcClient db() {
        return academy.bean(JdbcClient.class);
    }

    private static String bare(Member member, String path) throws Exception {
        return member.get(path).body().replaceAll("content=\"[^\"]*\"|value=\"[^\"]*\"", "");
    }
}
