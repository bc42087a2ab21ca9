package dev.backwright.services.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.Machine;
import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeOnRedisTest {

    @TempDir Path folder;
    private RedisDatabase redis;
    private Listener listener;

    @BeforeEach
    void start() throws Exception {
        redis = RedisDatabase.start(RedisProgram.find(null), folder.resolve("area"));
        listener = new Listener(redis.wire());
    }

    @AfterEach
    void end() throws Exception {
        listener.close();
        redis.close();
        assertEquals(0, Machine.entries(folder.resolve("area")), "nothing is left behind");
    }

    private String ioredis(String program) throws Exception {
        return node(
                "const c = new (require('ioredis'))(process.env.REDIS_URL);",
                program,
                "c.disconnect();");
    }

    private String resp3(String program) throws Exception {
        String open =
                "const c = require('redis').createClient({ url: process.env.REDIS_URL, RESP: 3 });"
                        + "await c.connect();";
        return node(open, program, "await c.close();");
    }

    private String node(String open, String program, String close) throws Exception {
        return Node.run(
                folder,
                "REDIS_URL",
                listener.url(),
                "(async () => {\n" + open + program + close + "\n})();");
    }

    private List<String> texts() {
        return redis.wire().statements().stream().map(SeenStatement::text).toList();
    }

    @Test
    void aPipelineIsSeenInOrder() throws Exception {
        assertEquals(
                "1 null",
                ioredis(
                        "const r = await c.pipeline().set('a', 1).get('a').get('b').exec();"
                                + "console.log(r[1][1], r[2][1]);"));
        assertEquals(List.of("set a 1", "get a", "get b"), texts());
        var seen = redis.wire().statements();
        assertEquals(
                List.of("OK", "1", "(nil)"), seen.stream().map(SeenStatement::answer).toList());
        assertEquals(List.of(-1L, 1L, 0L), seen.stream().map(SeenStatement::rows).toList());
        assertEquals(List.of(), redis.wire().notes());
    }

    @Test
    void multiIsOneTransaction() throws Exception {
        ioredis("await c.multi().incr('n').incr('n').exec(); await c.get('n');");
        var seen = redis.wire().statements();
        assertEquals(
                List.of(1, 1, 1, 1, 0), seen.stream().map(SeenStatement::transaction).toList());
        assertEquals("2", seen.get(2).answer());
        assertTrue(seen.stream().allMatch(statement -> statement.fate() == Fate.DONE));
    }

    @Test
    void publishedMessagesAnswerNothing() throws Exception {
        String listening =
                "const s = c.duplicate(); const heard = new Promise(r => s.once('message', (_, m) => r(m)));"
                        + "await s.subscribe('news'); await c.publish('news', 'hello'); console.log(await heard);"
                        + "await s.unsubscribe(); console.log(await s.ping()); s.disconnect();";
        assertEquals("hello\nPONG", ioredis(listening));
        assertEquals(List.of(), redis.wire().notes());
    }

    @Test
    void blockingCommandsAndScriptsAndResp3AreUnderstood() throws Exception {
        assertEquals(
                "x 3 ada",
                resp3(
                        "const o = c.duplicate(); await o.connect();"
                                + "const popped = o.blPop('q', 0); await c.rPush('q', 'x');"
                                + "await c.hSet('h', { name: 'ada' });"
                                + "console.log((await popped).element,"
                                + " await c.eval('return #ARGV', { arguments: ['1', '2', '3'] }),"
                                + " (await c.hGetAll('h')).name); await o.close();"));
        assertTrue(texts().contains("BLPOP q 0"), texts()::toString);
        assertEquals(List.of(), redis.wire().notes());
    }

    @Test
    void aCommandCutBeforeIsNotDoneAndOneCutAfterIs() throws Exception {
        String once =
                "const c = new (require('ioredis'))(process.env.REDIS_URL, { maxRetriesPerRequest: 0 });"
                        + "c.on('error', () => {});";
        redis.wire().cutBefore("^incr ");
        node(once, "await c.incr('n').catch(() => {});", "c.disconnect();");
        assertEquals(null, redis.run("get", "n"));
        redis.wire().cutAfter("^incr ");
        node(once, "await c.incr('n').catch(() => {});", "c.disconnect();");
        assertEquals("1", redis.run("get", "n"));
    }

    @Test
    void aWatchedKeyThatChangedIsSaidAtEachCommand() throws Exception {
        assertEquals(
                "WatchError",
                resp3(
                        """
                        await c.watch('n');
                        const o = c.duplicate(); await o.connect(); await o.set('n', '5'); await o.close();
                        await c.multi().incr('n').exec().catch(e => console.log(e.constructor.name));
                        """));
        SeenStatement incr =
                redis.wire().statements().stream()
                        .filter(seen -> seen.matches("^incr n"))
                        .findFirst()
                        .orElseThrow();
        assertEquals("not run: a watched key had changed", incr.error());
        assertEquals(1, incr.transaction());
        assertEquals("5", redis.run("get", "n"));
    }

    private String once(String program) throws Exception {
        return node(
                """
                const { Redis } = require('ioredis');
                const open = () => {
                  const c = new Redis(process.env.REDIS_URL, { maxRetriesPerRequest: 0, commandTimeout: 400 });
                  c.on('error', () => {});
                  return c;
                };
                const tell = work => work.then(v => console.log(v), e => console.log(e.name));
                """,
                program,
                "process.exit(0);");
    }

    @Test
    void aHoldMakesTwoClientsLoseAnUpdate() throws Exception {
        redis.run("set", "n", "1");
        redis.wire().hold("^set n").untilAll(2);
        once(
                """
                const add = async c => c.set('n', Number(await c.get('n')) + 1);
                await Promise.all([add(open()), add(open())]);
                """);
        assertEquals("2", redis.run("get", "n"));
    }

    @Test
    void everyConnectionIsResetUntilTheWireIsMended() throws Exception {
        redis.wire().reset("^set ");
        String reset = "const c = open(); await tell(c.set('n', 1)); await tell(open().get('n'));";
        assertEquals("MaxRetriesPerRequestError\nnull", once(reset));
        redis.wire().mend();
        assertEquals("OK\n1", once(reset));
    }

    @Test
    void onAHalfOpenConnectionOnlyALimitOfTheProgramsOwnIsHeard() throws Exception {
        redis.wire().halfOpen("^incr ");
        assertEquals(
                "Error\nnull", once("await tell(open().incr('n')); await tell(open().get('n'));"));
        assertEquals(null, redis.run("get", "n"));
        assertEquals(Fate.UNANSWERED, seen("incr n").fate());
    }

    private SeenStatement seen(String pattern) {
        return redis.wire().statements().stream()
                .filter(each -> each.matches(pattern))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDelayedCommandGoesNoEarlier() throws Exception {
        redis.wire().delay("^set ", 150);
        assertEquals("OK", once("await tell(open().set('n', 1));"));
        assertTrue(seen("set n").heldNanos() >= 150_000_000L);
        redis.wire().mend();
        redis.wire().delay("^set ", 5_000);
        assertEquals("Error", once("await tell(open().set('n', 1));"), "longer than it waits");
    }

    @Test
    void refusedUntilMended() throws Exception {
        redis.wire().refuse();
        assertEquals("MaxRetriesPerRequestError", once("await tell(open().get('n'));"));
        redis.wire().mend();
        assertEquals("null", once("await tell(open().get('n'));"));
    }

    @Test
    void aNarrowWireTakesItsTime() throws Exception {
        redis.wire().bandwidth(20_000);
        assertEquals(
                "true",
                node(
                        "const c = new (require('ioredis'))(process.env.REDIS_URL);",
                        """
                        await c.ping();
                        const start = performance.now();
                        await c.set('a', 'x'.repeat(10_000));
                        console.log(performance.now() - start >= 400);
                        """,
                        "c.disconnect();"));
    }

    @Test
    void whatWasSaidCanBeAskedFor() throws Exception {
        ioredis("await c.set('session', 'correct horse');");
        assertTrue(redis.wire().carried("correct horse"));
        assertFalse(redis.wire().carried("battery staple"));
    }

    @Test
    void theProgramCannotChangeTheServer() throws Exception {
        for (String command : List.of("config get dir", "shutdown", "monitor", "client list")) {
            String words = "'" + command.replace(" ", "','") + "'";
            String said =
                    ioredis("await c.call(" + words + ").catch(e => console.log(e.message));");
            assertTrue(said.startsWith("NOPERM"), command + ": " + said);
        }
    }

    @Test
    void whatAKilledProcessLeftIsSweptAndWhatIsInUseIsNot() throws Exception {
        Path area = folder.resolve("area");
        Path left = Files.createDirectories(area.resolve("redis-" + Integer.MAX_VALUE + "-1/d"));
        Files.writeString(left.resolve("redis.conf"), "port 0");
        try (var another = RedisDatabase.start(RedisProgram.find(null), area)) {
            assertEquals(2, Machine.entries(area));
            another.run("set", "a", "1");
            assertEquals(null, redis.run("get", "a"));
        }
        assertEquals("PONG", redis.run("ping"));
    }

    @Test
    void aServerThatWasKilledComesBackEmpty() throws Exception {
        redis.run("set", "a", "1");
        long before = redis.pid();
        Machine.kill(before);
        while (redis.pid() == before) {
            Thread.onSpinWait();
        }
        assertEquals(null, redis.run("get", "a"));
        assertNotEquals(before, redis.pid());
    }
}
