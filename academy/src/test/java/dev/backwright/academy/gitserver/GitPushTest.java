package dev.backwright.academy.gitserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.LogBook;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.cohorts.Allowance;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.academy.submissions.Submissions;
import dev.backwright.academy.submissions.Version;
import dev.backwright.judge.LabId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Real git against a real academy: cloning, pushing, and all that may go wrong with it.
final class GitPushTest {

    private static final LabId LAB = new LabId("javascript", "closures");
    private static final String PATH = "/git/javascript/closures.git";
    private static final String FILE = "closures.js";
    private static final TellingJudge JUDGE = new TellingJudge();

    @TempDir static Path home;
    private static OpenAcademy academy;
    private static Member browser;

    @TempDir Path work;
    private Account ada;
    private String token;
    private String url;

    @BeforeAll
    static void open() throws Exception {
        academy = OpenAcademy.forMany(home, JUDGE.judge());
        browser = Member.joined(academy, Role.ADMIN);
    }

    @AfterAll
    static void close() {
        browser.close();
        academy.close();
    }

    @BeforeEach
    void join() throws Exception {
        ada = joined();
        token = token(ada, Scope.READ, Scope.SUBMIT);
        url = url(token);
    }

    private static Account joined() throws Exception {
        try (var member = Member.joined(academy, Role.LEARNER)) {
            return member.account();
        }
    }

    private static String token(Account account, Scope... scopes) {
        return academy.bean(ApiTokens.class).make(account, "git", Set.of(scopes), 7, false);
    }

    private static String url(String token) {
        return academy.url(PATH).replace("://", "://anybody:" + token + "@");
    }

    private GitClient cloned(String name) throws Exception {
        return GitClient.cloned(work.resolve(name), url);
    }

    @Test
    void aPushIsJudgedAndSaysWhatCameOfIt() throws Exception {
        var git = cloned("one");
        git.commit(FILE, "wrong");
        var failed = git.must("push", "origin", "main");
        assertTrue(failed.contains("remote: Handed in as version 1 of " + LAB + "."), failed);
        assertTrue(failed.contains("remote: Not passed yet: 0 of "), failed);
        git.commit(FILE, "right");
        var passed = git.must("push", "origin", "main");
        var last = versions().getFirst();
        assertTrue(passed.contains("remote: Passed: "), passed);
        assertTrue(
                passed.contains(
                        "remote: " + academy.premises().url() + "/submissions/" + last.id()),
                passed);
        assertEquals("right", handedIn(last));
        assertEquals(2, versions().size());
        git.commits(100);
        var other = cloned("two");
        other.commit(FILE, "again");
        other.must("push", "origin", "HEAD:refs/heads/a/branch");
        git.must("fetch", "-q"); // with a list of commits so long that it comes compressed
        assertEquals(other.must("rev-parse", "HEAD"), git.must("rev-parse", "origin/a/branch"));
        git.must("fsck", "--strict");
    }

    @Test
    void aRepositoryIsOnesOwnAndBeginsWithTheStarter() throws Exception {
        var git = cloned("ada");
        var starter = academy.bean(Catalog.class).lab(LAB).starter().files();
        assertEquals(
                String.join("\n", starter.keySet()),
                git.must("ls-tree", "-r", "--name-only", "HEAD").strip());
        assertArrayEquals(starter.get(FILE), Files.readAllBytes(git.folder().resolve(FILE)));
        git.commit(FILE, "right");
        git.must("push", "origin", "main");
        var ben = joined();
        url = url(token(ben, Scope.READ));
        var his = cloned("ben");
        assertEquals(git.must("rev-parse", "main~1"), his.must("rev-parse", "main"));
        assertTrue(academy.bean(Submissions.class).of(ben.learner(), LAB).isEmpty());
        assertEquals(2, rows("git_pack"));
        academy.bean(JdbcClient.class)
                .sql("delete from person where id = ?")
                .param(ada.person())
                .update();
        assertEquals(0, rows("git_pack"));
    }

    @Test
    void whileItIsJudgedThePushSaysSoInPlainWords() throws Exception {
        var git = cloned("one");
        git.commit(FILE, "slow");
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
    void onlyATokenOpensAndOnlyForWhatItIs() throws Exception {
        var stranger = new GitClient(work);
        for (var wrong : List.of("", "x", "a.b.c")) {
            var refused = stranger.git("clone", url(wrong), "no");
            assertNotEquals(0, refused.exit());
            assertTrue(refused.says().contains("Authentication failed"), refused.says());
        }
        var submits = stranger.git("clone", url(token(ada, Scope.SUBMIT)), "no");
        assertTrue(submits.says().contains("its scopes are for"), submits.says());
        url = url(token(ada, Scope.READ));
        var git = cloned("one");
        git.commit(FILE, "right");
        var reads = git.git("push", "origin", "main");
        assertTrue(reads.says().contains("its scopes are for"), reads.says());
        git.must("push", url(token(ada, Scope.SUBMIT)), "main");
        for (var token : academy.bean(ApiTokens.class).of(ada)) {
            academy.bean(ApiTokens.class).revoke(ada, token.id());
        }
        assertTrue(git.git("fetch").says().contains("Authentication failed"));
        assertEquals(1, versions().size());
    }

    @Test
    void cookiesCountForNothing() throws Exception {
        var refs = PATH + "/info/refs?service=git-upload-pack";
        var answer = browser.get(refs);
        assertEquals(401, answer.statusCode());
        assertTrue(answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic "));
        assertTrue(answer.body().contains("a token that you make"), answer.body());
        var basic = "Basic " + encoded("x:" + token(ada, Scope.READ));
        assertEquals(
                200,
                browser.send(browser.request(refs).header("Authorization", basic)).statusCode());
        var fetch = browser.request(PATH + "/git-upload-pack?service=git-receive-pack");
        var submits = "Basic " + encoded("x:" + token(ada, Scope.SUBMIT));
        assertTrue(
                browser.whole(
                                fetch.header("Authorization", submits)
                                        .method("POST", BodyPublishers.noBody()))
                        .startsWith("403"));
        browser.send(
                "/people", "/people/" + ada.person() + "/suspended", Map.of("suspended", "true"));
        assertEquals(
                401,
                browser.send(browser.request(refs).header("Authorization", basic)).statusCode());
    }

    @Test
    void whatCannotBeTakenInIsRefusedInASentenceAndNothingIsKept() throws Exception {
        var git = cloned("one");
        git.commit(FILE, "right");
        git.must("push", "-q", "origin", "main");
        var before = kept();
        Files.createSymbolicLink(git.folder().resolve("link.js"), Path.of("/etc/passwd"));
        git.commit("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        refused(
                git,
                "main",
                "“link.js”: it is a link",
                "“photo.png”: the file is not UTF-8 text",
                "these files cannot");
        git.must("reset", "-q", "--hard", "HEAD~1");
        git.must("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",sub");
        git.must("commit", "-q", "-m", "a submodule");
        refused(git, "main", "“sub”: it is a submodule");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commit("aux.js", "x");
        refused(git, "main", "git's own check refuses");
        git.must("reset", "-q", "--hard", "HEAD~1");
        git.commit("node_modules/a/a.js", "x");
        refused(git, "main", "node_modules is not taken in");
        git.must("reset", "-q", "--hard", "origin/main~1");
        git.commit(FILE, "other");
        refused(git, "+main", "This would take back commits");
        git.must("tag", "v1");
        refused(git, "v1", "Only branches are taken");
        refused(git, ":main", "Branches stay");
        refused(git, "main:refs/heads/main/x", "A branch cannot have this name");
        var two = git.git("push", "origin", "HEAD:refs/heads/b", "HEAD:refs/heads/c");
        assertTrue(two.says().contains("push one branch at a time"), two.says());
        assertEquals(before, kept());
    }

    private static void refused(GitClient git, String what, String... why) throws Exception {
        var done = git.git("push", "origin", what);
        assertNotEquals(0, done.exit(), done.says());
        for (var words : why) {
            assertTrue(done.says().contains(words), done.says());
        }
    }

    @Test
    void whatIsTooLargeIsRefusedInASentenceAndNothingIsKept() throws Exception {
        var git = cloned("one");
        var before = kept();
        git.commit("big.js", "x".repeat(1_000_001));
        refused(git, "main", "larger than 1 MB");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commits(2_600);
        refused(git, "main", "one may have at most 5000");
        git.must("reset", "-q", "--hard", "origin/main");
        for (int i = 0; i < 14; i++) {
            var noise = new byte[950_000];
            new Random(i).nextBytes(noise);
            Files.write(git.folder().resolve(i + ".txt"), noise);
        }
        git.commitAll();
        refused(git, "main", "A push brings at most 12 MB");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commit(FILE, "right");
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        insert into git_file (pack, ending, bytes)
                        select id, 'filler', convert_to(repeat('x', 50 * 1024 * 1024), 'utf8')
                        from git_pack where repository = ?\
                        """)
                .param(repository())
                .update();
        refused(git, "main", "A lab's repository takes 50 MB");
        assertEquals(before, kept());
    }

    @Test
    void ofTwoPushesAtOnceOneIsRefused() throws Exception {
        var one = cloned("one");
        var two = cloned("two");
        one.commit(FILE, "right");
        two.commit(FILE, "wrong");
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
        assertEquals(1, versions().size());
        assertEquals(2, rows("git_pack"));
    }

    /// As one at another academy on the same database.
    @Test
    void aPushThatFindsItsBranchMovedMeanwhileLeavesNothing() throws Exception {
        var git = cloned("one");
        git.commit(FILE, "right");
        var push =
                whileItIsHeld(() -> {
                    var started = git.start("push", "origin", "main");
                    awaitBlocked();
                    var lab = academy.bean(Catalog.class).lab(LAB);
                    commit(
                            academy.bean(Repositories.class).open(ada.learner(), lab),
                            ObjectId.fromString(git.must("rev-parse", "HEAD~1").strip()));
                    return started;
                });
        var done = GitClient.end(push);
        assertNotEquals(0, done.exit());
        assertTrue(done.says().contains("The branch has moved on"), done.says());
        assertTrue(versions().isEmpty());
        assertEquals(2, rows("git_pack"));
        git.must("pull", "-q", "--rebase", "origin", "main");
        git.must("push", "-q", "origin", "main");
        assertEquals("right", handedIn(versions().getFirst()));
    }

    private <T> T whileItIsHeld(Callable<T> work) {
        return Objects.requireNonNull(
                academy.bean(TransactionTemplate.class)
                        .execute(status -> {
                            academy.bean(GitRows.class).lock(repository());
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

    @Test
    void aPushThatBreaksOffOrIsNonsenseLeavesNothing() throws Exception {
        cloned("one");
        var before = kept();
        try (var log = LogBook.open()) {
            nonsense();
            assertEquals(List.of(), log.complaints());
        }
        assertEquals(before, kept());
    }

    private void nonsense() throws Exception {
        var command =
                "0".repeat(40)
                        + " "
                        + "1".repeat(40)
                        + " refs/heads/x\0 report-status side-band-64k";
        var packets = "%04x%s0000".formatted(command.length() + 4, command);
        var pack = "PACK\0\0\0\2\0\0\0\3".getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = post(packets.length() + 100_000)) {
            socket.getOutputStream().write(packets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(pack);
        }
        var endless = "PACK\0\0\0\2\u007f\u00ff\u00ff\u00ff";
        assertTrue(answer(packets + endless).contains("one may have at most 5000"));
        for (var odd : List.of("", "0000", "zzzz", "0005", packets, packets + "PACK", "\0\1\2")) {
            assertTrue(answer(odd).matches("(?s)HTTP/1.1 (200|400).*"), odd);
            assertTrue(fetched(odd) == 200 || fetched(odd) == 400, odd);
        }
    }

    private int fetched(String body) throws Exception {
        var basic = "Basic " + encoded("x:" + token);
        var fetch =
                browser.request(PATH + "/git-upload-pack")
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-git-upload-pack-request")
                        .header("Content-Encoding", body.length() > 5 ? "gzip" : "identity")
                        .POST(BodyPublishers.ofString(body));
        return browser.send(fetch).statusCode();
    }

    private String answer(String body) throws Exception {
        try (var socket = post(body.length())) {
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// A push whose body is to come.
    private Socket post(int length) throws Exception {
        int port = academy.premises().solo().port().number();
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var head =
                """
                POST %s/git-receive-pack HTTP/1.1
                Host: 127.0.0.1:%d
                Connection: close
                Authorization: Basic %s
                Content-Type: application/x-git-receive-pack-request
                Content-Length: %d

                """
                        .formatted(PATH, port, encoded("x:" + token), length);
        socket.getOutputStream()
                .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    @Test
    void whereALabIsNotOpenYetNothingIsPushed() throws Exception {
        var git = cloned("one");
        git.commit(FILE, "right");
        var before = kept();
        var db = academy.bean(JdbcClient.class);
        var cohort = academy.bean(Cohorts.class).make(browser.account(), "Later");
        db.sql(
                        "insert into cohort_member (cohort, person, leads, joined_at) values (?, ?, false, now())")
                .params(cohort.id(), ada.person())
                .update();
        academy.bean(Assignments.class)
                .set(
                        cohort,
                        List.of(LAB),
                        new Assignment(
                                Instant.now().plus(Duration.ofDays(9)),
                                null,
                                false,
                                Allowance.ANY));
        refused(git, "main", "opens on");
        assertEquals(before, kept());
    }

    @Test
    void manyPacksBecomeOneAndTheRepositoryIsTheSame() throws Exception {
        var git = cloned("one");
        var repositories = academy.bean(Repositories.class);
        var lab = academy.bean(Catalog.class).lab(LAB);
        var head = ObjectId.fromString(git.must("rev-parse", "HEAD").strip());
        for (int i = 0; i <= Most.PACKS; i++) {
            head = commit(repositories.open(ada.learner(), lab), head);
        }
        assertTrue(rows("git_pack") > Most.PACKS);
        try (var repository = repositories.open(ada.learner(), lab)) {
            repositories.tidy(repository.owned());
        }
        assertEquals(1, rows("git_pack"));
        git.must("pull", "-q");
        assertEquals(head.name(), git.must("rev-parse", "HEAD").strip());
        cloned("two").must("fsck", "--strict");
    }

    @Test
    void aRepositoryComesAlongWhenItsLabIsRenamed() throws Exception {
        cloned("one");
        var before = repository();
        var scope = academy.bean(Catalog.class).lab("javascript", "scope");
        academy.bean(RenamedRepositories.class).follow(LAB, scope);
        var rows = academy.bean(GitRows.class);
        assertEquals(before, rows.repository(ada.learner(), scope.id()).orElseThrow());
        assertTrue(rows.repository(ada.learner(), LAB).isEmpty());
    }

    /// An empty commit, in a pack of its own.
    private static ObjectId commit(GitRepository repository, ObjectId parent) throws Exception {
        try (repository;
                var inserter = repository.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(repository.parseCommit(parent).getTree());
            commit.setParentId(parent);
            commit.setAuthor(new PersonIdent("Ada", "ada@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("nothing new");
            var id = inserter.insert(commit);
            inserter.flush();
            repository.getObjectDatabase().store();
            academy.bean(GitRows.class)
                    .moveBranch(repository.owned().id(), Branches.MAIN, parent.name(), id.name());
            return id;
        }
    }

    private List<Version> versions() {
        return academy.bean(Submissions.class).of(ada.learner(), LAB);
    }

    private static String handedIn(Version version) {
        var files = academy.bean(Submissions.class).files(version).files();
        return new String(files.get(FILE), StandardCharsets.UTF_8);
    }

    private UUID repository() {
        return academy.bean(GitRows.class).repository(ada.learner(), LAB).orElseThrow();
    }

    /// Versions, packs, branches and where they are.
    private String kept() {
        var rows = academy.bean(GitRows.class);
        return "%d %d %s"
                .formatted(versions().size(), rows("git_pack"), rows.branches(repository()));
    }

    private int rows(String table) {
        return academy.bean(JdbcClient.class)
                .sql(
                        "select count(*) from %s p join git_repository r on r.id = p.repository where r.person = ?"
                                .formatted(table))
                .param(ada.person())
                .query(Integer.class)
                .single();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
