package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveRunTest {

    private final Fixture fixture = new Fixture();
    private final BlockingQueue<LiveRun.Event> events = new LinkedBlockingQueue<>();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void aProgramPrintsAndEnds() throws Exception {
        events.clear();
        Lab lab = fixture.lab("javascript/values");
        try (LiveRun run = fixture.judge.run(lab, lab.solution(), events::add)) {
            assertEquals(0, run.await());
        }
        assertEquals(new LiveRun.Event.Printed(false, "6\n"), next());
        LiveRun.Event.Ended ended = (LiveRun.Event.Ended) next();
        assertEquals("exit 0", ended.ending());
    }

    @Test
    void filesOfNoLabRunToo() throws Exception {
        events.clear();
        var files =
                new Intake(Intake.Settings.STANDARD)
                        .fromEditor(Map.of("a.cjs", "console.log(module.id); process.exit(3)"));
        try (LiveRun run = fixture.judge.run(files, "a.cjs", events::add)) {
            assertEquals(3, run.await());
        }
        assertEquals(new LiveRun.Event.Printed(false, ".\n"), next());
    }

    @Test
    void aServerGetsAnAddressAndAnswers() throws Exception {
        events.clear();
        Lab lab = fixture.lab("data/notes");
        try (LiveRun run = fixture.judge.run(lab, lab.solution(), events::add)) {
            LiveRun.Event.Ready database = (LiveRun.Event.Ready) next();
            assertTrue(database.address().startsWith("postgres://"), database::address);
            LiveRun.Event.Ready app = (LiveRun.Event.Ready) next();
            assertEquals(201, run.send(Request.post("/notes").body("text/plain", "x")).status());
            try (HttpClient browser = HttpClient.newHttpClient()) {
                HttpRequest post =
                        HttpRequest.newBuilder(URI.create(app.address() + "/notes"))
                                .POST(HttpRequest.BodyPublishers.ofString("y"))
                                .build();
                assertEquals("{\"id\":2}", browser.send(post, BodyHandlers.ofString()).body());
            }
        }
        assertTrue(next() instanceof LiveRun.Event.Ended);
    }

    @Test
    void aServerGetsAMongoDbThatPeopleCanLookInto() throws Exception {
        events.clear();
        Lab lab = fixture.lab("data/papers");
        try (LiveRun run = fixture.judge.run(lab, lab.solution(), events::add)) {
            LiveRun.Event.Ready database = (LiveRun.Event.Ready) next();
            assertEquals("mongo", database.what());
            assertTrue(database.address().startsWith("mongodb://"), database::address);
            assertTrue(next() instanceof LiveRun.Event.Ready);
            assertEquals(
                    201,
                    run.send(Request.post("/papers").body("application/json", "{\"title\":\"x\"}"))
                            .status());
        }
    }

    private LiveRun.Event next() throws InterruptedException {
        LiveRun.Event event = events.poll(20, TimeUnit.SECONDS);
        assertTrue(event != null, "nothing happened");
        return event;
    }
}
