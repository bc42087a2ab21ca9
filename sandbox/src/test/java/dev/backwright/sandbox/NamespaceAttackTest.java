package dev.backwright.sandbox;

import static dev.backwright.sandbox.Given.command;
import static dev.backwright.sandbox.Given.run;
import static dev.backwright.sandbox.Given.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.sandbox.SandboxSettings.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a process in namespaces must not be able to do. Each attack first shows that it can do what it may, so that none
/// passes because nothing works.
@Timeout(120)
final class NamespaceAttackTest {

    @TempDir static Path folder;
    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Sandboxes.open(settings(folder.resolve("run")));
    }

    private static SandboxSettings settings(Path run) {
        return SandboxSettings.of(Given.TOOLBOX, run).withKind(Kind.NAMESPACES);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    private static String printed(String javascript) throws Exception {
        var seen = run(sandbox, script(javascript));
        assertEquals(new Outcome.Exited(0), seen.outcome(), seen.err());
        return seen.out();
    }

    @Test
    void theMachinesFilesAreNotThere() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "host");
        var home = System.getProperty("user.home");
        var out =
                printed(
                        """
                        const fs = require('fs');
                        console.log(fs.readFileSync('/etc/passwd', 'utf8').split('\\n').length);
                        for (const path of ['%s', '%s', '/etc/shadow', '/box', '/keep', '/out', '/toolbox', '/stage', '/sys', '/root', '/var'])
                          if (fs.existsSync(path)) console.log(path);
                        """
                                .formatted(secret, home));
        assertEquals("3\n", out);
    }

    @Test
    void theMachinesLoopbackIsNotReached() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            var out =
                    printed(
                            """
                            const net = require('net');
                            const own = net.createServer(s => s.end()).listen(0, '127.0.0.1', () => {
                              net.connect(own.address().port, '127.0.0.1').on('connect', () => { console.log('own'); own.close(); }).resume();
                              net.connect(%d, '127.0.0.1').on('connect', () => console.log('REACHED')).on('error', e => console.log(e.code));
                            });
                            """
                                    .formatted(server.getLocalPort()));
            assertEquals("ECONNREFUSED,own", String.join(",", out.lines().sorted().toList()));
        }
    }

    @Test
    void noOtherProcessIsSeenNotEvenTheRelay() throws Exception {
        var launch =
                script(
                                """
                                const fs = require('fs');
                                for (const pid of fs.readdirSync('/proc').filter(Number))
                                  console.log(pid, fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
                                try { process.kill(-1, 'SIGKILL') } catch (e) { console.log(e.code) }
                                """)
                        .withWires(
                                new Wire.Outward("X", (host, port) -> "" + port, connection -> {}));
        var seen = run(sandbox, launch);
        assertTrue(
                seen.out().matches("1 bwrap\n\\d+ (node|MainThread)\n(ESRCH\n)?"),
                seen.out() + seen.err());
    }

    @Test
    void theRelayOutlivesAnAttackOnAllItCanSee() throws Exception {
        var launch =
                script(
                                """
                                try { process.kill(-1, 'SIGKILL') } catch {}
                                try { process.kill(1, 'SIGKILL') } catch {}
                                fetch(process.env.URL).then(r => r.text()).then(console.log, e => console.log(e.message));
                                """)
                        .withWires(
                                new Wire.Outward(
                                        "URL",
                                        (host, port) -> "http://" + host + ":" + port,
                                        connection -> {
                                            connection.read(java.nio.ByteBuffer.allocate(4096));
                                            connection.write(
                                                    java.nio.ByteBuffer.wrap(
                                                            Given.bytes(
                                                                    "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nalive")));
                                        }));
        var seen = run(sandbox, launch);
        assertEquals("alive\n", seen.out(), seen.err());
    }

    @Test
    void nothingIsWritableButTheWorkFolderAndTmp() throws Exception {
        var out =
                printed(
                        """
                        const fs = require('fs');
                        const tried = ['/work/app/x', '/tmp/x', '/dev/shm/x', '/x', '/work/x', '/work/node_modules/x', '/work/bin/x', '/usr/bin/x',
                          '/etc/x', '/etc/hosts', '/dev/x', '/proc/sys/kernel/core_pattern', '/proc/sys/kernel/hostname', '/proc/sysrq-trigger'];
                        for (const path of tried) try { fs.writeFileSync(path, 'x'); console.log(path) } catch {}
                        """);
        assertEquals("/work/app/x\n/tmp/x\n/dev/shm/x\n", out);
    }

    @Test
    void theFirstProcessTellsNothingOfTheMachine() throws Exception {
        var out =
                printed(
                        """
                        const read = file => { try { return require('fs').readFileSync(file, 'latin1') } catch (e) { return '' } };
                        console.log(JSON.stringify([read('/proc/1/environ'), read('/proc/self/status').match(/Cap(Eff|Bnd):.*|NoNewPrivs:.*/g)]));
                        """);
        assertFalse(out.contains(folder.toString()), out);
        assertTrue(
                out.matches(
                        "\\[\"(PATH=[^\"=]*)?\",\\[\"CapEff:.t0{16}\",\"CapBnd:.t0{16}\",\"NoNewPrivs:.t1\"]]\n"),
                out);
    }

    @Test
    void furtherNamespacesAreRefused() throws Exception {
        assertEquals(
                new Outcome.Exited(0), run(sandbox, command("unshare", "--version")).outcome());
        for (var kind : new String[] {"-U", "-Ur", "-Urm"}) {
            var seen = run(sandbox, command("unshare", kind, "true"));
            assertEquals(new Outcome.Exited(1), seen.outcome(), kind + seen.out() + seen.err());
        }
    }

    @Test
    void systemCallsAreFilteredInEveryProcess() throws Exception {
        assumeTrue(Seccomp.isHere(), "this kernel filters no system calls");
        var out =
                printed(
                        """
                        const fs = require('fs'), mode = pid => fs.readFileSync(`/proc/${pid}/status`, 'utf8').match(/Seccomp:.*/)[0];
                        console.log(mode('self'), mode(1), require('child_process').execFileSync('grep', ['Seccomp:', '/proc/self/status']) + '');
                        console.log(Object.keys(require('os').networkInterfaces()).join());
                        """);
        assertEquals("Seccomp:\t2 Seccomp:\t2 Seccomp:\t2\n\nlo\n", out);
        assertTrue(sandbox.isolation().limits().contains("system calls by seccomp"));
    }

    @Test
    void theDiskIsAsLargeAsTheLimit() throws Exception {
        var launch =
                script(
                        """
                        const fs = require('fs');
                        let n = 0;
                        for (const folder of ['.', '/tmp', '/dev/shm']) {
                          try { for (let i = 0; ; i++) { fs.writeFileSync(folder + '/f' + i, Buffer.alloc(1 << 20)); n++; } }
                          catch (e) { console.log(e.code) }
                        }
                        console.log(n <= 16 && n >= 12);
                        """);
        var limits = Given.LIMITS.withDisk(8 * Limits.MEGABYTE);
        assertEquals(
                "ENOSPC\nENOSPC\nENOSPC\ntrue\n", run(sandbox, launch.withLimits(limits)).out());
    }

    @Test
    void readingRacesWithLinksAndYieldsNothingOfTheMachine() throws Exception {
        var secret = Files.writeString(folder.resolve("raced"), "host secret");
        var launch =
                script(
                        """
                        const fs = require('fs');
                        console.log('up');
                        for (;;) {
                          fs.rmSync('x', {force: true}); fs.symlinkSync('%s', 'x');
                          fs.rmSync('x', {force: true}); fs.writeFileSync('x', 'own');
                        }
                        """
                                .formatted(secret));
        try (var running = sandbox.start(launch)) {
            Until.holds(() -> running.output().out().equals("up\n"));
            for (int i = 0; i < 60; i++) {
                var read = running.read("x", 100);
                var text =
                        read == null
                                ? ""
                                : new String(read, java.nio.charset.StandardCharsets.UTF_8);
                assertTrue(text.isEmpty() || text.equals("own"), text);
            }
        }
    }

    @Test
    void whatIsClosedWhileItStartsIsGone() throws Exception {
        assertEquals("", Starts.closed(sandbox, folder.resolve("run")));
    }
}
