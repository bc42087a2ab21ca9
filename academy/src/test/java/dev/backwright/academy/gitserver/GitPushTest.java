package dev.backwright.academy.gitserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.OpenAcademy;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Real git pushes to a real academy: what came of it, alone and two at once.
final class GitPushTest {

    private static final TellingJudge JUDGE = new TellingJudge();

    @TempDir static Path home;
    private static OpenAcademy academy;

    @TempDir Path work;
    private Pusher ada;

    @BeforeAll
    static void open() {
        academy = OpenAcademy.forMany(home, JUDGE.judge());
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @BeforeEach
    void join() throws Exception {
        ada = Pusher.joined(academy);
    }

    @Test
    void aPushIsJudgedAndSaysWhatCameOfIt() throws Exception {
        var git = ada.cloned(work.resolve("one"));
        git.commit(Pusher.FILE, "wrong");
        var failed = git.must("push", "origin", "main");
        assertTrue(
                failed.contains("remote: Handed in as version 1 of " + Pusher.LAB + "."), failed);
        assertTrue(failed.contains("remote: Not passed yet: 0 of "), failed);
        git.commit(Pusher.FILE, "right");
        var passed = git.must("push", "origin", "main");
        var last = ada.versions().getFirst();
        assertTrue(passed.contains("remote: Passed: "), passed);
        assertTrue(
                passed.contains(
                        "remote: " + academy.premises().url() + "/submissions/" + last.id()),
                passed);
        assertEquals("right", ada.handedIn(last));
        assertEquals(2, ada.versions().size());
        git.commits(100);
        var other = ada.cloned(work.resolve("two"));
        other.commit(Pusher.FILE, "again");
        other.must("push", "origin", "HEAD:refs/heads/a/branch");
        git.must("fetch", "-q"); // with a list of commits so long that it comes compressed
        assertEquals(other.must("rev-parse", "HEAD"), git.must("rev-parse", "origin/a/branch"));
        git.must("fsck", "--strict");
    }

    @Test
    void whileItIsJudgedThePushSaysSoInPlainWords() throws Exception {
        var git = ada.cloned(work.resolve("one"));
        git.commit(Pusher.FILE, "slow");
        var push = git.start("push", "origin", "main");
        var says = new StringBuilder();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(push.getInputStream(), StandardCharsets.UTF_8))) {
            var line = lines.readLine();
            while (line != null && !line.contains("first: ")) {
                says.append(line).append('\n');
                line = lines.readLine();
            }
            assertTrue(says.toString().contains("remote: Judging …"), says::toString);
            assertTrue(String.valueOf(line).contains("  fails  first: seen ·[31mred·[0m·"), line);
            assertFalse(String.valueOf(line).contains("\u001b"), line);
            JUDGE.may.release();
            lines.lines().forEach(it -> says.append(it).append('\n'));
        }
        assertEquals(0, push.waitFor());
        assertTrue(says.toString().contains("remote: Passed: "), says::toString);
    }

    @Test
    void ofTwoPushesAtOnceOneIsRefused() throws Exception {
        var one = ada.cloned(work.resolve("one"));
        var two = ada.cloned(work.resolve("two"));
        one.commit(Pusher.FILE, "right");
        two.commit(Pusher.FILE, "wrong");
        var pushes =
                whileItIsHeld(() -> {
                    var started =
                            List.of(
                                    one.start("push", "origin", "main"),
                                    two.start("push", "origin", "main"));
                    awaitBlocked();
                    return started;
                });
        List<GitClient.Done> done = new ArrayList<>();
        for (var push : pushes) {
            done.add(GitClient.end(push));
        }
        assertEquals(1, done.stream().filter(it -> it.exit() == 0).count(), done::toString);
        assertEquals(1, ada.versions().size());
        assertEquals(2, ada.rows("git_pack"));
    }

    @Test
    void aPushThatFindsItsBranchMovedMeanwhileLeavesNothing() throws Exception {
        var git = ada.cloned(work.resolve("one"));
        git.commit(Pusher.FILE, "right");
        var before = ObjectId.fromString(git.must("rev-parse", "HEAD~1").strip());
        refusedSince(git, "main", () -> ada.commit(before));
        assertEquals(2, ada.rows("git_pack"));
        git.must("pull", "-q", "--rebase", "origin", "main");
        git.must("push", "-q", "origin", "main");
        assertEquals("right", ada.handedIn(ada.versions().getFirst()));
    }

    @Test
    void aBranchThatHasBecomeAFolderMeanwhileLeavesNothing() throws Exception {
        var git = ada.cloned(work.resolve("one"));
        var before = git.must("rev-parse", "HEAD").strip();
        git.commit(Pusher.FILE, "right");
        var rows = academy.bean(GitRows.class);
        refusedSince(
                git,
                "main:refs/heads/a",
                () -> rows.addBranch(ada.repository(), "refs/heads/a/b", before));
        assertEquals(1, ada.rows("git_pack"));
    }

    /// As where another academy on the same database was quicker.
    private void refusedSince(GitClient git, String what, Callable<?> meanwhile) throws Exception {
        var push =
                whileItIsHeld(() -> {
                    var started = git.start("push", "origin", what);
                    awaitBlocked();
                    meanwhile.call();
                    return started;
                });
        var done = GitClient.end(push);
        assertNotEquals(0, done.exit());
        assertTrue(done.says().contains("The branch has moved on"), done.says());
        assertTrue(ada.versions().isEmpty());
    }

    private <T> T whileItIsHeld(Callable<T> work) {
        return Objects.requireNonNull(
                academy.bean(TransactionTemplate.class)
                        .execute(status -> {
                            academy.bean(GitRows.class).lock(ada.repository());
                            try {
                                return work.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        }));
    }

    private static void awaitBlocked() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            int blocked =
                    academy.bean(JdbcClient.class)
                            .sql(
                                    """
                                    select count(*) from pg_stat_activity
                                    where datname = current_database() and wait_event_type = 'Lock'\
                                    """)
                            .query(Integer.class)
                            .single();
            if (blocked > 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no push waits");
    }
}
