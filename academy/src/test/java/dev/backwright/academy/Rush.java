package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.platform.Judges;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Many who hand in at once: some academies and some judges on one PostgreSQL, people who come by a token, hand in, and wait by
/// a stream of events, and others who read pages meanwhile.
final class Rush implements AutoCloseable {

    static final String LAB = "javascript/closures";
    private static final Path SOLUTION = FakeJudge.COURSE.resolve("labs/" + LAB + "/solution");
    private static final List<String> PAGES = List.of("/", "/labs/" + LAB, "/me");

    private static final String PERSON =
            """
            with one as (insert into person (id, created_at) values (gen_random_uuid(), now()) returning id)
            insert into account (person, name, mail, role, password)
            select id, 'Person ' || id, id || '@example.org', 'learner', '' from one returning person\
            """;

    private final Places.Login database;
    private final List<OpenAcademy> academies = new ArrayList<>();
    private final List<Process> judges = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    private Rush(Places.Login database) {
        this.database = database;
    }

    /// @param places how many submissions each judge has at once
    static Rush open(Path folder, int academies, int judges, int places) throws Exception {
        var rush = new Rush(TestDatabases.fresh());
        try {
            var judge = TestDatabases.judgeOf(rush.database);
            for (int i = 1; i <= academies; i++) {
                rush.academies.add(rush.academy(folder.resolve("academy-" + i)));
            }
            for (int i = 1; i <= judges; i++) {
                var home = folder.resolve("judge-" + i);
                rush.judges.add(judge(FakeJudge.COURSE, home, judge, places));
            }
            return rush;
        } catch (Exception | Error e) {
            rush.close();
            throw e;
        }
    }

    private OpenAcademy academy(Path home) throws IOException {
        var places =
                new Places(
                                FakeJudge.COURSE,
                                RealAcademy.TOOLBOX,
                                Files.createDirectory(home),
                                database)
                        .withSite(new Site(true, null))
                        .withJudges(new Judges(true, Judges.HERE.role()));
        return OpenAcademy.at(places, new FakeJudge(it -> Outcome.FAILED));
    }

    /// A judge apart, once it takes what is queued.
    static Process judge(Path course, Path home, Places.Login database, int places)
            throws Exception {
        Files.createDirectory(home);
        var said = home.resolve("said").toFile();
        var command =
                new ArrayList<>(
                        List.of(
                                "nice",
                                "-n",
                                "10",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dbackwright.course=" + course,
                                "-Dbackwright.toolbox=" + RealAcademy.TOOLBOX,
                                "-Dbackwright.home=" + home,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.backwright.judge.worker.Main",
                                "--places",
                                Integer.toString(places)));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said);
        builder.environment()
                .putAll(
                        Map.of(
                                "BACKWRIGHT_PEOPLE", "others",
                                "BACKWRIGHT_DATABASE_URL", database.url(),
                                "BACKWRIGHT_DATABASE_USER", database.user(),
                                "BACKWRIGHT_DATABASE_PASSWORD", database.password()));
        var process = builder.start();
        while (!Files.readString(said.toPath()).contains("Judging as")) {
            assertTrue(process.isAlive(), () -> said + " ended");
            Thread.sleep(100);
        }
        return process;
    }

    JdbcClient db() {
        return academies.getFirst().bean(JdbcClient.class);
    }

    /// What came of it, in milliseconds and in order: from handing in to the verdict, and from asking for a page to its end.
    record Seen(List<String> reports, List<Long> verdicts, List<Long> pages, long millis) {

        static long percentile(List<Long> sorted, int percent) {
            return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
        }
    }

    /// Hands in the solution once for each of so many new people, at even distances within this time, while so many others read.
    Seen handIn(int people, Duration within, int readers) throws Exception {
        var tokens = tokens(people);
        var over = new AtomicBoolean();
        var files = files();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> reading = new ArrayList<>();
            for (var reader : readers(readers)) {
                reading.add(threads.submit(() -> read(reader, over)));
            }
            long begun = System.nanoTime();
            List<Future<Verdict>> waiting = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                var academy = academies.get(i % academies.size());
                var pause = within.multipliedBy(i).dividedBy(people);
                var token = tokens.get(i);
                waiting.add(threads.submit(() -> verdict(academy, token, files, pause)));
            }
            List<Verdict> verdicts = new ArrayList<>();
            try {
                for (var each : waiting) {
                    verdicts.add(each.get());
                }
            } finally {
                over.set(true);
            }
            long millis = (System.nanoTime() - begun) / 1_000_000;
            List<Long> pages = new ArrayList<>();
            for (var each : reading) {
                pages.addAll(each.get());
            }
            return new Seen(
                    verdicts.stream().map(Verdict::report).toList(),
                    verdicts.stream().map(Verdict::millis).sorted().toList(),
                    pages.stream().sorted().toList(),
                    millis);
        }
    }

    private record Verdict(String report, long millis) {}

    private Verdict verdict(OpenAcademy academy, String token, String files, Duration pause)
            throws Exception {
        Thread.sleep(pause);
        long begun = System.nanoTime();
        var taken =
                http.send(
                        asks(academy, "/api/labs/" + LAB + "/submissions", token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(files))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(202, taken.statusCode(), taken.body());
        var id = JsonMapper.shared().readTree(taken.body()).path("id").asString("");
        var where = "/api/submissions/" + id;
        http.send(asks(academy, where + "/events", token).build(), BodyHandlers.ofString());
        long millis = (System.nanoTime() - begun) / 1_000_000;
        var report = http.send(asks(academy, where, token).build(), BodyHandlers.ofString()).body();
        return new Verdict(
                JsonMapper.shared().readTree(report).at("/report/verdict").asString(report),
                millis);
    }

    private static HttpRequest.Builder asks(OpenAcademy academy, String path, String token) {
        return HttpRequest.newBuilder(URI.create(academy.url(path)))
                .header("Authorization", "Bearer " + token);
    }

    /// One for each of them, of the academy that they come to: here each has an address of its own.
    private List<String> tokens(int people) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(token(academies.get(i % academies.size())));
        }
        return all;
    }

    /// Of somebody new.
    static String token(OpenAcademy academy) {
        var person = academy.bean(JdbcClient.class).sql(PERSON).query(UUID.class).single();
        var account = academy.bean(Accounts.class).byId(person).orElseThrow();
        return academy.bean(ApiTokens.class)
                .make(account, "rush", Set.of(Scope.READ, Scope.SUBMIT), 7, false);
    }

    private List<Member> readers(int many) throws Exception {
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(Member.joined(academies.get(i % academies.size()), Role.LEARNER));
        }
        return all;
    }

    /// As somebody does who looks at a page a second.
    private static List<Long> read(Member reader, AtomicBoolean over) throws Exception {
        List<Long> millis = new ArrayList<>();
        try (reader) {
            while (!over.get()) {
                Thread.sleep(ThreadLocalRandom.current().nextLong(500, 1500));
                var page = PAGES.get(ThreadLocalRandom.current().nextInt(PAGES.size()));
                long begun = System.nanoTime();
                assertEquals(200, reader.get(page).statusCode(), page);
                millis.add((System.nanoTime() - begun) / 1_000_000);
            }
        }
        return millis;
    }

    /// The solution, as it is handed in.
    static String files() throws IOException {
        try (var all = Files.list(SOLUTION)) {
            var files = new java.util.TreeMap<String, String>();
            for (var file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
            return JsonMapper.shared().writeValueAsString(Map.of("files", files));
        }
    }

    /// Nobody has two verdicts, and nobody has none.
    int judgedOnce() {
        return db().sql(
                        "select count(*) from version v join judging j on j.version = v.id where j.state = 'done' and j.verdict = 'passed'")
                .query(Integer.class)
                .single();
    }

    @Override
    public void close() {
        judges.forEach(Process::destroy);
        judges.forEach(judge -> judge.onExit().join());
        academies.forEach(OpenAcademy::close);
        http.close();
    }
}
