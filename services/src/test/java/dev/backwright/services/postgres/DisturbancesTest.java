package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisturbancesTest extends WireTest {

    @TempDir Path folder;

    private String node(String program) throws Exception {
        return Node.run(
                folder,
                "DATABASE_URL",
                listener.url(),
                """
                const { Pool } = require('pg');
                const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 2, query_timeout: 400 });
                pool.on('error', () => {});
                const tell = work => work.then(() => console.log('done'), error => console.log(error.message));
                const set = balance => pool.query('update account set balance = $1 where id = 1', [balance]);
                (async () => {
                """
                        + program
                        + "\nprocess.exit(0) })();");
    }

    @Test
    void everyConnectionIsResetUntilTheWireIsMended() throws Exception {
        wire.reset("update account");
        String printed =
                node("await tell(set(1)); await tell(set(2)); await tell(pool.query('select 1'));");
        assertEquals("read ECONNRESET\nread ECONNRESET\ndone", printed);
        wire.mend();
        assertEquals("done", node("await tell(set(3));"));
        assertEquals(3L, balance(1));
        assertEquals(
                List.of(Fate.CUT_BEFORE, Fate.CUT_BEFORE, Fate.DONE),
                matching("update account").stream().map(SeenStatement::fate).toList());
    }

    @Test
    void onAHalfOpenConnectionOnlyALimitOfTheProgramsOwnIsHeard() throws Exception {
        wire.halfOpen("update account");
        assertEquals(
                "Query read timeout\ndone",
                node("await tell(set(1)); await tell(pool.query('select 1'));"));
        assertEquals(100L, balance(1));
        SeenStatement silent = matching("update account").getFirst();
        assertEquals(Fate.UNANSWERED, silent.fate());
        assertEquals("swallowed: the connection is silent from here on", silent.note());
        assertEquals(
                2, wire.statements().getLast().connection(), "the pool has opened another one");
    }

    @Test
    void aDelayedStatementGoesNoEarlier() throws Exception {
        wire.delay("update account", 120);
        assertEquals("done\ndone", node("await tell(set(5)); await tell(pool.query('select 1'));"));
        SeenStatement seen = matching("update account").getFirst();
        assertTrue(seen.sentNanos() - seen.arrivedNanos() >= 120_000_000L);
        assertTrue(seen.heldNanos() >= 120_000_000L);
        assertEquals("", seen.note());
        assertEquals(0, matching("select 1").getFirst().heldNanos());
        assertEquals(5L, balance(1));
    }

    @Test
    void aDelayThatIsLongerThanTheProgramsPatience() throws Exception {
        wire.delay("update account", 60_000);
        assertEquals("Query read timeout", node("await tell(set(5));"));
        wire.mend();
        while (matching("update account").getFirst().fate() == Fate.UNANSWERED
                && wire.openConnections() > 0) {
            Thread.onSpinWait();
        }
        assertTrue(matching("update account").getFirst().note().endsWith("the wire was mended"));
    }

    @Test
    void aNarrowWireTakesItsTime() throws Exception {
        wire.bandwidth(20_000);
        String taken =
                node(
                        """
                        const client = new (require('pg').Client)({ connectionString: process.env.DATABASE_URL });
                        await client.connect();
                        const start = performance.now();
                        const { rows } = await client.query("select repeat('x', 10000) as x");
                        console.log(rows[0].x.length, performance.now() - start >= 400);
                        """);
        assertEquals("10000 true", taken, "10 kB at 20 kB a second");
        wire.mend();
        assertEquals("done", node("await tell(pool.query(\"select repeat('x', 1000000)\"));"));
    }

    @Test
    void refusedUntilMended() throws Exception {
        wire.refuse();
        String refused = node("await tell(set(1)); await tell(set(1));");
        assertTrue(
                refused.lines()
                        .allMatch(line -> line.matches(".* ECONNRESET.*|Connection terminated.*")),
                refused);
        assertEquals(2, refused.lines().count());
        wire.mend();
        assertEquals("done", node("await tell(set(7));"));
        assertEquals(7L, balance(1));
        assertEquals(1, wire.statements().size());
    }

    @Test
    void disturbancesOfOnePatternCanBeTogether() throws Exception {
        wire.delay("update account", 50);
        wire.cutAfter("update account");
        assertEquals(
                "Connection terminated unexpectedly\ndone",
                node("await tell(set(8)); await tell(set(9));")
                        .replace("read ECONNRESET", "Connection terminated unexpectedly"));
        assertEquals(
                List.of(Fate.CUT_AFTER, Fate.DONE),
                matching("update account").stream().map(SeenStatement::fate).toList());
        assertEquals(9L, balance(1));
    }

    @Test
    void whatWasSaidCanBeAskedFor() throws Exception {
        node("await pool.query('select $1::text', ['correct horse']);");
        assertTrue(wire.carried("correct horse"));
        assertFalse(wire.carried("battery staple"));
        assertFalse(wire.carried(db.login().password()), "the login shows no password");
    }
}
