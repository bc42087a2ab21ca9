package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.judge.Report.CheckResult;
import dev.backwright.judge.Report.Outcome;
import dev.backwright.judge.Report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A service's server is killed by `kill -9`: while nobody uses it, and while a check does.
class ServerDeathTest {

    /// A lab on each kind of server, its first check, and a program that asks the server until it gets no answer any more.
    enum Server {
        POSTGRES(
                "data/notes",
                "keeps",
                "/bin/postgres -D",
                """
                import pg from 'pg';
                const client = new pg.Client(process.env.DATABASE_URL);
                client.on('error', () => {});
                await client.connect();
                const ask = () => client.query('select 1');
                """),
        MYSQL(
                "data/purses",
                "pays",
                "mariadbd",
                """
                import mysql from 'mysql2/promise';
                const client = await mysql.createConnection(process.env.MYSQL_URL);
                const ask = () => client.query('select 1');
                """),
        MONGO(
                "data/papers",
                "keeps",
                "EmulatorProcess",
                """
                import { MongoClient } from 'mongodb';
                const papers = new MongoClient(process.env.MONGO_URL, { serverSelectionTimeoutMS: 2000 }).db().collection('papers');
                const ask = () => papers.findOne({ _id: 1 });
                """),
        REDIS(
                "data/articles",
                "fills",
                "redis-server",
                """
                import { Redis } from 'ioredis';
                const client = new Redis(process.env.REDIS_URL, { retryStrategy: null });
                client.on('error', () => {});
                const ask = () => client.ping();
                """);

        final String lab;
        final String check;
        final String command;
        final String asking;

        Server(String lab, String check, String command, String asking) {
            this.lab = lab;
            this.check = check;
            this.command = command;
            this.asking = asking;
        }

        /// Answers with 500 when the server has gone.
        String program() {
            return "import { createServer } from 'node:http';\n"
                    + asking
                    + """
                    createServer(async (request, response) => {
                      try { for (;;) await ask(); }
                      catch { response.writeHead(500).end(); }
                    }).listen(process.env.PORT);
                    """;
        }

        /// Ours, of all that run on this machine.
        List<ProcessHandle> processes() {
            return ProcessHandle.current()
                    .descendants()
                    .filter(each -> commandLine(each).contains(command))
                    .toList();
        }

        /// As the kernel has it: Java leaves out what is long, and goes by the name of the file that a link leads to.
        private static String commandLine(ProcessHandle process) {
            try {
                return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"))
                        .replace('\0', ' ');
            } catch (IOException gone) {
                return "";
            }
        }

        void kill() throws Exception {
            List<ProcessHandle> found = processes();
            assertFalse(found.isEmpty(), "a server runs");
            for (ProcessHandle process : found) {
                process.destroyForcibly();
                process.onExit().get(20, TimeUnit.SECONDS);
            }
        }
    }

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWaitedIsStartedAgain(Server server) throws Exception {
        fixture.judge.expect(LabId.of(server.lab));
        awaitReady(fixture.lab(server.lab).checks().size());
        server.kill();
        passes(server);
    }

    @ParameterizedTest
    @EnumSource
    void oneThatDiesDuringACheckIsNobodysFailure(Server server) throws Exception {
        var begun = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var report = threads.submit(() -> judged(server, begun));
            assertTrue(begun.await(60, TimeUnit.SECONDS));
            Thread.sleep(1500); // by now the program asks
            server.kill();
            CheckResult check = Fixture.check(report.get(), server.check);
            assertEquals(Outcome.UNJUDGED, check.outcome(), check::toString);
            assertTrue(
                    String.valueOf(check.message()).contains("died while this was checked"),
                    check::toString);
            ReportShape.holds(report.get());
        }
        passes(server);
    }

    private Report judged(Server server, CountDownLatch begun) {
        var files = Fixture.files(Map.of("server.js", server.program()));
        return fixture.judge.judge(
                new Submission("s1", LabId.of(server.lab), files, 7, 1),
                new Progress() {
                    @Override
                    public void phase(String name) {
                        if (name.equals("check")) {
                            begun.countDown();
                        }
                    }

                    @Override
                    public void checked(CheckResult result) {}
                });
    }

    private void passes(Server server) {
        Report report = fixture.judged(server.lab, fixture.lab(server.lab).solution());
        assertEquals(Verdict.PASSED, report.verdict(), report::toString);
    }

    private void awaitReady(int count) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (fixture.judge.ready() < count && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(fixture.judge.ready() >= count, "sandboxes stand ready");
    }
}
