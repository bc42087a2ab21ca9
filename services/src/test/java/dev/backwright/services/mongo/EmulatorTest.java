package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Machine;
import dev.backwright.services.ServiceException;
import dev.backwright.services.mongo.emulator.Emulator;
import dev.backwright.services.mongo.emulator.Emulators;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmulatorTest {

    private final Emulators emulators = new Emulators();

    @AfterEach
    void end() {
        emulators.close();
    }

    private static Session session(Emulator emulator) {
        return Session.open(MongoLogin.open("127.0.0.1", emulator.port(), "lab"));
    }

    @Test
    void aProcessIsUsedAgainAndIsEmptyThen() {
        Emulator first = emulators.take();
        try (var session = session(first)) {
            session.run("{insert: 'a', documents: [{_id: 1}]}");
        }
        emulators.giveBack(first);
        Emulator second = emulators.take();
        assertEquals(first.pid(), second.pid());
        try (var session = session(second)) {
            assertEquals(0, session.all(Json.document("{find: 'a'}")).size());
        }
    }

    @Test
    void twoAtOnceAreTwo() {
        Emulator one = emulators.take();
        Emulator two = emulators.take();
        assertFalse(one.pid() == two.pid());
    }

    @Test
    void oneThatDiedIsReplaced() throws Exception {
        Emulator first = emulators.take();
        emulators.giveBack(first);
        Machine.kill(first.pid());
        Emulator second = emulators.take();
        try (var session = session(second)) {
            session.run("{ping: 1}");
        }
    }

    @Test
    void oneThatIsKeptBusyIsEndedAndNotUsedAgain() throws Exception {
        Emulator busy = emulators.take();
        try (var session = session(busy)) {
            session.run("{insert: 'a', documents: [{s: '" + "a".repeat(40) + "!'}]}");
        }
        var asking = Thread.ofVirtual().start(() -> askForTooMuch(busy));
        ProcessHandle process = ProcessHandle.of(busy.pid()).orElseThrow();
        var before = process.info().totalCpuDuration().orElseThrow();
        while (asking.isAlive()
                && process.info().totalCpuDuration().orElseThrow().minus(before).toMillis() < 500) {
            Thread.sleep(20);
        }
        assertTrue(asking.isAlive(), "the question has to keep it busy");
        emulators.giveBack(busy);
        process.onExit().join();
        Emulator other = emulators.take();
        assertFalse(other.pid() == busy.pid());
        try (var session = session(other)) {
            session.run("{ping: 1}");
        }
    }

    private static void askForTooMuch(Emulator emulator) {
        try (var session = session(emulator)) {
            session.run("{find: 'a', filter: {s: {$regex: '^(a+)+\\\\1b$'}}}");
        } catch (ServiceException ended) {
            // as it has to
        }
    }

    @Test
    void oneThatWantsTooMuchMemoryEndsAlone() throws Exception {
        Emulator greedy = emulators.take();
        ProcessHandle process = ProcessHandle.of(greedy.pid()).orElseThrow();
        String document = "{s: '" + "x".repeat(8 << 20) + "'}";
        assertThrows(
                ServiceException.class,
                () -> {
                    try (var session = session(greedy)) {
                        for (int i = 0; i < 100; i++) {
                            session.run("{insert: 'a', documents: [" + document + "]}");
                        }
                    }
                });
        process.onExit().join();
        emulators.giveBack(greedy);
        assertTrue(emulators.take().port() > 0);
    }

    @Test
    void aDatabaseGivesBackWhatAProgramWouldSendAsJson() {
        try (var server = MongoServer.emulated();
                var db = server.create()) {
            assertEquals("emulator", server.version());
            db.insert(
                    "a",
                    "[{_id: {$oid: '65f000000000000000000001'}, at: {$date: '2026-03-01T10:00:00Z'}, n: 1, f: 1.5, t: [null, {k: true}]}]");
            assertEquals(
                    List.of(
                            Map.of(
                                    "_id",
                                    "65f000000000000000000001",
                                    "at",
                                    "2026-03-01T10:00:00Z",
                                    "n",
                                    1L,
                                    "f",
                                    1.5,
                                    "t",
                                    java.util.Arrays.asList(null, Map.of("k", true)))),
                    db.find("a", "{n: 1}"));
            assertEquals(List.of(Map.of("c", 1L)), db.aggregate("a", "[{$count: 'c'}]"));
            assertEquals(List.of(), db.indexes("nothing"));
            assertEquals(
                    11000,
                    assertThrows(
                                    MongoException.class,
                                    () ->
                                            db.insert(
                                                    "a",
                                                    "{_id: {$oid: '65f000000000000000000001'}}"))
                            .code());
            assertThrows(IllegalArgumentException.class, () -> db.find("a", "{n: "));
        }
    }
}
