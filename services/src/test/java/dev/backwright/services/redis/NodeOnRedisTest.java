package dev.backwright.services.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.Machine;
import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
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
        return node("const c = new (require('ioredis'))(process.env.REDIS_URL);", program, "c.disconnect();");
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
        assertEquals(List.of("OK", "1", "nil"), seen.stream().map(SeenStatement::answer).toList());
        assertEquals(List.of(-1L, 1L, 0L), seen.stream().map(SeenStatement::rows).toList());
        assertEquals(List.of(), redis.wire().notes());
    }

    @Test
    void multiIsOneTransaction() throws Exception {
        ioredis("await c.multi().incr('n').incr('n').exec(); await c.get('n');");
        var seen = redis.wire().statements();
        assertEquals(List.of(1, 1, 1, 1, 0), seen.stream().map(SeenStatement::transaction).toList());
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
        assertTrue(texts().stream().anyMatch(text -> text.toLowerCase().startsWith("blpop q")));
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
    void theProgramCannotChangeTheServer() throws Exception {
        for (String command : List.of("config get dir", "shutdown", "monitor", "client list")) {
            String words = "'" + command.replace(" ", "','") + "'";
            String said =
                    ioredis("await c.call(" + words + ").catch(e => console.log(e.message));");
            assertTrue(said.startsWith("NOPERM"), command + ": " + said);
        }
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
