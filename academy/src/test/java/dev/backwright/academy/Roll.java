package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Judges;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Academies and judges that come and go, each a process of its own, on one PostgreSQL and behind one balancer, while people hand
/// in and look at pages.
final class Roll implements AutoCloseable {

    private final Path folder;
    private final Places.Login database = TestDatabases.fresh();
    private final Places.Login judge = TestDatabases.judgeOf(database);
    private final Balancer balancer;
    private final List<ServerProcess> academies = new CopyOnWriteArrayList<>();
    private final List<Process> judges = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Member> readers = new ArrayList<>();

    private final Submitter.Seen seen = new Submitter.Seen();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Void>> busy = new ArrayList<>();
    private volatile boolean over;

    private Roll(Path folder, Balancer balancer) {
        this.folder = folder;
        this.balancer = balancer;
    }

    /// Brings the tables up to date and has people join, by an academy that ends then.
    static Roll open(Path folder, int people) throws Exception {
        var roll = new Roll(folder, Balancer.open());
        try {
            roll.gather(people);
            return roll;
        } catch (Exception | Error e) {
            roll.close();
            throw e;
        }
    }

    private void gather(int people) throws Exception {
        var places =
                new Places(
                                FakeJudge.COURSE,
                                RealAcademy.TOOLBOX,
                                Files.createDirectory(folder.resolve("door")),
                                database)
                        .withSite(new Site(true, URI.create(balancer.url())))
                        .withJudges(new Judges(true, Judges.HERE.role()));
        try (var door = OpenAcademy.at(places, new FakeJudge(it -> Outcome.FAILED))) {
            int port = door.premises().solo().port().number();
            balancer.add(port);
            awaitLedTo(port);
            for (int i = 0; i < people; i++) {
                tokens.add(Rush.token(door));
            }
            readers.add(Member.through(door).joined(Role.LEARNER));
        }
    }

    /// Does it while something else is done.
    <T> Future<T> meanwhile(Callable<T> what) {
        return threads.submit(what);
    }

    /// A new one, that its people are led to once it is returned.
    ServerProcess academy(String name, Path course) throws Exception {
        int port = freePort();
        var academy =
                ServerProcess.start(
                        List.of(
                                "env",
                                "BACKWRIGHT_PEOPLE=others",
                                "BACKWRIGHT_URL=" + balancer.url(),
                                "BACKWRIGHT_DRAIN=1",
                                "BACKWRIGHT_DATABASE_URL=" + database.url(),
                                "BACKWRIGHT_DATABASE_USER=" + database.user(),
                                "BACKWRIGHT_DATABASE_PASSWORD=" + database.password()),
                        course,
                        Files.createDirectory(folder.resolve(name)),
                        "--port",
                        Integer.toString(port));
        academies.add(academy);
        awaitLedTo(port);
        return academy;
    }

    /// A new one, that takes what is queued.
    Process judge(String name, Path course) throws Exception {
        var process = Rush.judge(course, folder.resolve(name), judge, 1);
        judges.add(process);
        return process;
    }

    /// From now on people hand in, and one looks at pages.
    void begin() throws IOException {
        for (var token : tokens) {
            var submitter = new Submitter(balancer.url(), token, Rush.files(), seen);
            busy.add(meanwhile(() -> submitter.handIn(() -> over)));
        }
        for (var reader : readers) {
            busy.add(meanwhile(() -> read(reader)));
        }
    }

    private Void read(Member reader) throws Exception {
        try (reader) {
            while (!over) {
                for (var page : List.of("/", "/labs/" + Rush.LAB, "/me")) {
                    var answer = reader.get(page);
                    if (answer.statusCode() != 200) {
                        seen.troubles().add(answer.toString());
                    }
                    Thread.sleep(200);
                }
            }
        } catch (IOException e) {
            seen.troubles().add("a page: " + e);
        }
        return null;
    }

    /// Everybody waits for the verdict on what they handed in last, and goes.
    Submitter.Seen end() throws Exception {
        over = true;
        for (var each : busy) {
            each.get(60, TimeUnit.SECONDS);
        }
        return seen;
    }

    JdbcClient db() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), database.user(), database.password()));
    }

    private void awaitLedTo(int port) throws InterruptedException {
        for (int i = 0; i < 1800; i++) {
            if (balancer.leadsTo(port)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(
                "not ready after three minutes: "
                        + academies.stream().map(ServerProcess::saidSoFar).toList());
    }

    private int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            balancer.add(socket.getLocalPort());
            return socket.getLocalPort();
        }
    }

    /// By SIGTERM.
    static void ends(Process judge) throws InterruptedException {
        judge.destroy();
        assertTrue(judge.waitFor(30, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws IOException {
        over = true;
        threads.shutdownNow();
        for (var academy : academies) {
            academy.close();
        }
        judges.forEach(Process::destroy);
        judges.forEach(it -> it.onExit().join());
        balancer.close();
    }
}
