package dev.backwright.academy.gitserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.LogBook;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.cohorts.Allowance;
import dev.backwright.academy.cohorts.Assignment;
import dev.backwright.academy.cohorts.Assignments;
import dev.backwright.academy.cohorts.Cohorts;
import dev.backwright.judge.Report.Outcome;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What may not be pushed is refused in a sentence, and nothing of it is kept.
final class GitRefusalsTest {

    @TempDir static Path home;
    private static OpenAcademy academy;
    private static Member browser;

    @TempDir Path work;
    private Pusher ada;
    private GitClient git;

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
        git = ada.cloned(work.resolve("one"));
    }

    @Test
    void whatCannotBeTakenInIsRefusedInASentenceAndNothingIsKept() throws Exception {
        git.commit(Pusher.FILE, "right");
        git.must("push", "-q", "origin", "main");
        var before = ada.kept();
        Files.createSymbolicLink(git.folder().resolve("link.js"), Path.of("/etc/passwd"));
        git.commit("photo.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        refused(
                "main",
                "“link.js”: it is a link",
                "“photo.png”: the file is not UTF-8 text",
                "these files cannot");
        git.must("reset", "-q", "--hard", "HEAD~1");
        git.must("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",sub");
        git.must("commit", "-q", "-m", "a submodule");
        refused("main", "“sub”: it is a submodule");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commit("aux.js", "x");
        refused("main", "git's own check refuses");
        git.must("reset", "-q", "--hard", "HEAD~1");
        git.commit("node_modules/a/a.js", "x");
        refused("main", "node_modules is not taken in");
        git.must("reset", "-q", "--hard", "origin/main~1");
        git.commit(Pusher.FILE, "other");
        refused("+main", "This would take back commits");
        git.must("tag", "v1");
        refused("v1", "Only branches are taken");
        refused(":main", "Branches stay");
        refused("main:refs/heads/main/x", "A branch cannot have this name");
        var two = git.git("push", "origin", "HEAD:refs/heads/b", "HEAD:refs/heads/c");
        assertTrue(two.says().contains("push one branch at a time"), two.says());
        assertEquals(before, ada.kept());
    }

    private void refused(String what, String... why) throws Exception {
        var done = git.git("push", "origin", what);
        assertNotEquals(0, done.exit(), done.says());
        for (var words : why) {
            assertTrue(done.says().contains(words), done.says());
        }
    }

    @Test
    void aBranchEndsInACommit() throws Exception {
        var before = ada.kept();
        git.must("tag", "-a", "-m", "the first", "v1");
        refused("v1:refs/heads/x", "A branch ends in a commit");
        refused("HEAD^{tree}:refs/heads/x", "A branch ends in a commit");
        assertEquals(before, ada.kept());
    }

    @Test
    void foldersInFoldersAreCountedAndNotCutOff() throws Exception {
        var before = ada.kept();
        for (int i = 0; i < 21; i++) {
            var folder = git.folder().resolve(i + "/d".repeat(48));
            Files.writeString(Files.createDirectories(folder).resolve("x.js"), "x");
        }
        git.commitAll();
        refused("main", "There are more than 1000 files and folders");
        assertEquals(before, ada.kept());
    }

    @Test
    void ofManyFilesThatCannotBeTakenInAFewAreNamed() throws Exception {
        for (int i = 0; i < 40; i++) {
            Files.createSymbolicLink(git.folder().resolve(i + ".js"), Path.of("/etc/passwd"));
        }
        git.commitAll();
        refused("main", "it is a link", "… and 10 more like these.");
    }

    @Test
    void whatIsTooLargeIsRefusedInASentenceAndNothingIsKept() throws Exception {
        var before = ada.kept();
        git.commit("big.js", "x".repeat(1_000_001));
        refused("main", "larger than 1 MB");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commits(2_600);
        refused("main", "one may have at most 5000");
        git.must("reset", "-q", "--hard", "origin/main");
        for (int i = 0; i < 14; i++) {
            var noise = new byte[950_000];
            new Random(i).nextBytes(noise);
            Files.write(git.folder().resolve(i + ".txt"), noise);
        }
        git.commitAll();
        refused("main", "A push brings at most 12 MB");
        git.must("reset", "-q", "--hard", "origin/main");
        git.commit(Pusher.FILE, "right");
        academy.bean(JdbcClient.class)
                .sql(
                        """
                        insert into git_file (pack, ending, bytes)
                        select id, 'filler', convert_to(repeat('x', 50 * 1024 * 1024), 'utf8')
                        from git_pack where repository = ?\
                        """)
                .param(ada.repository())
                .update();
        refused("main", "A lab's repository takes 50 MB");
        assertEquals(before, ada.kept());
    }

    @Test
    void whatIsSmallAndUnpacksToTooMuchIsRefused() throws Exception {
        var before = ada.kept();
        for (int i = 0; i < 70; i++) {
            Files.writeString(git.folder().resolve(i + ".txt"), i + "x".repeat(990_000));
        }
        git.commitAll();
        refused("main", "Unpacked, this push has more than 64 MB");
        git.must("config", "pack.window", "0"); // no file as a difference to another
        refused("main", "Unpacked, this push has more than 64 MB");
        assertEquals(before, ada.kept());
    }

    @Test
    void whereALabIsNotOpenYetNothingIsPushed() throws Exception {
        git.commit(Pusher.FILE, "right");
        var before = ada.kept();
        var db = academy.bean(JdbcClient.class);
        var cohort = academy.bean(Cohorts.class).make(browser.account(), "Later");
        db.sql(
                        "insert into cohort_member (cohort, person, leads, joined_at) values (?, ?, false, now())")
                .params(cohort.id(), ada.account().person())
                .update();
        academy.bean(Assignments.class)
                .set(
                        cohort,
                        List.of(Pusher.LAB),
                        new Assignment(
                                Instant.now().plus(Duration.ofDays(9)),
                                null,
                                false,
                                Allowance.ANY));
        refused("main", "opens on");
        assertEquals(before, ada.kept());
    }

    @Test
    void aPushThatBreaksOffOrIsNonsenseLeavesNothing() throws Exception {
        var before = ada.kept();
        try (var log = LogBook.open()) {
            nonsense(Pusher.basic(ada.token(Scope.READ, Scope.SUBMIT)));
            assertEquals(List.of(), log.complaints());
        }
        assertEquals(before, ada.kept());
    }

    private static void nonsense(String basic) throws Exception {
        var command =
                "0".repeat(40)
                        + " "
                        + "1".repeat(40)
                        + " refs/heads/x\0 report-status side-band-64k";
        var packets = "%04x%s0000".formatted(command.length() + 4, command);
        var pack = "PACK\0\0\0\2\0\0\0\3".getBytes(StandardCharsets.ISO_8859_1);
        try (var socket = post(basic, packets.length() + 100_000)) {
            socket.getOutputStream().write(packets.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(pack);
        }
        var endless = "PACK\0\0\0\2\u007f\u00ff\u00ff\u00ff";
        assertTrue(answer(basic, packets + endless).contains("one may have at most 5000"));
        var wish = "0032want " + "z".repeat(40) + "\n";
        for (var odd :
                List.of("", "0000", "zzzz", "0005", wish, packets, packets + "PACK", "\0\1\2")) {
            assertTrue(answer(basic, odd).matches("(?s)HTTP/1.1 (200|400).*"), odd);
            assertTrue(List.of(200, 400).contains(fetched(basic, odd)), odd);
        }
    }

    /// The long ones say that they are compressed, and are not.
    private static int fetched(String basic, String body) throws Exception {
        var fetch =
                browser.request(Pusher.PATH + "/git-upload-pack")
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-git-upload-pack-request")
                        .header("Content-Encoding", body.length() > 100 ? "gzip" : "identity")
                        .POST(BodyPublishers.ofString(body));
        return browser.send(fetch).statusCode();
    }

    private static String answer(String basic, String body) throws Exception {
        try (var socket = post(basic, body.length())) {
            socket.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /// A push whose body is to come.
    private static Socket post(String basic, int length) throws Exception {
        int port = academy.premises().solo().port().number();
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var head =
                """
                POST %s/git-receive-pack HTTP/1.1
                Host: 127.0.0.1:%d
                Connection: close
                Authorization: %s
                Content-Type: application/x-git-receive-pack-request
                Content-Length: %d

                """
                        .formatted(Pusher.PATH, port, basic, length);
        socket.getOutputStream()
                .write(head.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }
}
