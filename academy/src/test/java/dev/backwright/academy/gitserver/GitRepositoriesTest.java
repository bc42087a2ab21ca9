package dev.backwright.academy.gitserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.judge.Report.Outcome;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose a repository is, who is let in, and how it is kept.
final class GitRepositoriesTest {

    @TempDir static Path home;
    private static OpenAcademy academy;
    private static Member browser;

    @TempDir Path work;
    private Pusher ada;

    @BeforeAll
    static void open() throws Exception {
        academy = OpenAcademy.forMany(home, new FakeJudge(it -> Outcome.PASSED));
        browser = Member.joined(academy, Role.ADMIN);
    }

    @AfterAll
    static void close() {
        browser.close();
        academy.close();
    }

    @BeforeEach
    void join() throws Exception {
        ada = Pusher.joined(academy);
    }

    @Test
    void aRepositoryIsOnesOwnAndBeginsWithTheStarter() throws Exception {
        var git = ada.cloned(work.resolve("ada"));
        var starter = academy.bean(Catalog.class).lab(Pusher.LAB).starter().files();
        assertEquals(
                String.join("\n", starter.keySet()),
                git.must("ls-tree", "-r", "--name-only", "HEAD").strip());
        assertArrayEquals(
                starter.get(Pusher.FILE), Files.readAllBytes(git.folder().resolve(Pusher.FILE)));
        git.commit(Pusher.FILE, "right");
        git.must("push", "origin", "main");
        var ben = Pusher.joined(academy);
        var his = ben.cloned(work.resolve("ben"), Scope.READ);
        assertEquals(git.must("rev-parse", "main~1"), his.must("rev-parse", "main"));
        assertTrue(ben.versions().isEmpty());
        assertEquals(2, ada.rows("git_pack"));
        academy.bean(JdbcClient.class)
                .sql("delete from person where id = ?")
                .param(ada.account().person())
                .update();
        assertEquals(0, ada.rows("git_pack"));
    }

    @Test
    void onlyATokenOpensAndOnlyForWhatItIs() throws Exception {
        var stranger = new GitClient(work);
        for (var wrong : List.of("", "x", "a.b.c")) {
            var refused = stranger.git("clone", ada.url(wrong), "no");
            assertNotEquals(0, refused.exit());
            assertTrue(refused.says().contains("Authentication failed"), refused.says());
        }
        var submits = stranger.git("clone", ada.url(ada.token(Scope.SUBMIT)), "no");
        assertTrue(submits.says().contains("its scopes are for"), submits.says());
        var git = ada.cloned(work.resolve("one"), Scope.READ);
        git.commit(Pusher.FILE, "right");
        var reads = git.git("push", "origin", "main");
        assertTrue(reads.says().contains("its scopes are for"), reads.says());
        git.must("push", ada.url(ada.token(Scope.SUBMIT)), "main");
        var tokens = academy.bean(ApiTokens.class);
        for (var token : tokens.of(ada.account())) {
            tokens.revoke(ada.account(), token.id());
        }
        assertTrue(git.git("fetch").says().contains("Authentication failed"));
        assertEquals(1, ada.versions().size());
    }

    @Test
    void cookiesCountForNothing() throws Exception {
        var refs = Pusher.PATH + "/info/refs?service=git-upload-pack";
        var answer = browser.get(refs);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
        assertTrue(answer.body().contains("a token that you make"), answer.body());
        var basic = Pusher.basic(ada.token(Scope.READ));
        assertEquals(
                200,
                browser.send(browser.request(refs).header("Authorization", basic)).statusCode());
        var fetch = browser.request(Pusher.PATH + "/git-upload-pack?service=git-receive-pack");
        var submits = Pusher.basic(ada.token(Scope.SUBMIT));
        assertTrue(
                browser.whole(
                                fetch.header("Authorization", submits)
                                        .method("POST", BodyPublishers.noBody()))
                        .startsWith("403"));
        browser.send(
                "/people",
                "/people/" + ada.account().person() + "/suspended",
                Map.of("suspended", "true"));
        assertEquals(
                401,
                browser.send(browser.request(refs).header("Authorization", basic)).statusCode());
    }

    @Test
    void manyPacksBecomeOneAndTheRepositoryIsTheSame() throws Exception {
        var git = ada.cloned(work.resolve("one"));
        var head = ObjectId.fromString(git.must("rev-parse", "HEAD").strip());
        for (int i = 0; i <= Most.PACKS; i++) {
            head = ada.commit(head);
        }
        assertTrue(ada.rows("git_pack") > Most.PACKS);
        git.must("pull", "-q");
        assertEquals(head.name(), git.must("rev-parse", "HEAD").strip());
        git.commit(Pusher.FILE, "right");
        git.must("push", "-q", "origin", "main");
        assertEquals(1, ada.rows("git_pack"));
        var again = ada.cloned(work.resolve("two"));
        assertEquals(git.must("rev-parse", "HEAD"), again.must("rev-parse", "HEAD"));
        again.must("fsck", "--strict");
    }

    @Test
    void aRepositoryComesAlongWhenItsLabIsRenamed() throws Exception {
        ada.cloned(work.resolve("one"));
        var before = ada.repository();
        var scope = academy.bean(Catalog.class).lab("javascript", "scope");
        academy.bean(RenamedRepositories.class).follow(Pusher.LAB, scope);
        var rows = academy.bean(GitRows.class);
        var learner = ada.account().learner();
        assertEquals(before, rows.repository(learner, scope.id()).orElseThrow());
        assertTrue(rows.repository(learner, Pusher.LAB).isEmpty());
    }
}
