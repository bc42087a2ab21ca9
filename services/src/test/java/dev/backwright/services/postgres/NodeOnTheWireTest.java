package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Node;
import dev.backwright.services.wire.Hold;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeOnTheWireTest extends WireTest {

    @TempDir Path folder;

    private String node(String program) throws Exception {
        return Node.run(
                folder,
                "DATABASE_URL",
                listener.url(),
                "const { Pool, Client } = require('pg');\n"
                        + "const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 4 });\n"
                        + "pool.on('error', () => {});\n"
                        + "(async () => {\n"
                        + program
                        + "\nawait pool.end();\n})().catch(e => { console.log('FAILED ' + e.stack); process.exit(1) });");
    }

    private static final String TRANSFER =
            """
            async function transfer(amount) {
              const client = await pool.connect();
              client.on('error', () => {});
              let broken;
              try {
                await client.query('BEGIN');
                const { rows } = await client.query('select balance from account where id = $1', [1]);
                await client.query('update account set balance = $1 where id = $2', [rows[0].balance - amount, 1]);
                await client.query('COMMIT');
                return 'done';
              } catch (e) { broken = e; return 'broken: ' + e.message; }
              finally { client.release(broken); }
            }
            """;

    @Test
    void everyKindOfQueryIsSeen() throws Exception {
        String printed =
                node(
                        """
                        const one = await pool.query('select 1 as n');
                        const two = await pool.query('select $1::int + $2::int as n', [2, 3]);
                        const named = { name: 'by-id', text: 'select balance from account where id = $1' };
                        await pool.query({ ...named, values: [1] });
                        await pool.query({ ...named, values: [2] });
                        await pool.query('insert into account values ($1, $2)', [3, null]).catch(e => console.log(e.code));
                        console.log(one.rows[0].n, two.rows[0].n);
                        """);
        assertEquals("23502\n1 5", printed);
        List<SeenStatement> seen = wire.statements();
        assertEquals(5, seen.size());
        assertEquals(List.of("2", "3"), seen.get(1).parameters());
        assertEquals(List.of("2"), seen.get(3).parameters(), "a named statement, bound again");
        assertEquals(List.of("3", "null"), seen.get(4).parameters());
        assertEquals(Fate.FAILED, seen.get(4).fate());
        assertTrue(seen.get(4).error().contains("23502"), seen.get(4).error());
        assertEquals(List.of(1L, 1L, 1L, 1L, -1L), seen.stream().map(SeenStatement::rows).toList());
        assertEquals(0, seen.getFirst().transaction());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void transactionsAreNumberedOnEachConnection() throws Exception {
        assertEquals(
                "done done",
                node(
                        TRANSFER
                                + "console.log(await transfer(1), await transfer(2)); await pool.query('select 1')"));
        List<Integer> numbers = wire.statements().stream().map(SeenStatement::transaction).toList();
        assertEquals(List.of(1, 1, 1, 1, 2, 2, 2, 2, 0), numbers);
    }

    @Test
    void severalStatementsInOneTextAreOneTransaction() throws Exception {
        node(
                "await pool.query('update account set balance = 1; update account set balance = 2 where id = 1')");
        assertEquals(
                List.of(1, 1), wire.statements().stream().map(SeenStatement::transaction).toList());
        assertEquals(List.of(2L, 1L), wire.statements().stream().map(SeenStatement::rows).toList());
    }

    @Test
    void aCommitCutBeforeTheServerIsNotDone() throws Exception {
        wire.cutBefore("commit");
        String printed =
                node(TRANSFER + "console.log(await transfer(30)); console.log(await transfer(7));");
        assertTrue(printed.startsWith("broken: "), printed);
        assertTrue(printed.endsWith("\ndone"), "the pool lives on: " + printed);
        assertEquals(93L, balance(1));
        assertEquals(
                List.of(Fate.CUT_BEFORE, Fate.DONE),
                matching("commit").stream().map(SeenStatement::fate).toList());
    }

    @Test
    void aCommitCutAfterTheServerIsDone() throws Exception {
        wire.cutAfter("COMMIT");
        String printed = node(TRANSFER + "console.log(await transfer(30))");
        assertTrue(printed.startsWith("broken: "), printed);
        assertEquals(70L, balance(1));
        assertEquals(Fate.CUT_AFTER, matching("commit").getFirst().fate());
    }

    @Test
    void anUpdateCutAfterOutsideATransactionIsDone() throws Exception {
        wire.cutAfter("update account");
        String printed =
                node(
                        "await pool.query('update account set balance = $1', [5]).catch(e => console.log('lost'))");
        assertEquals("lost", printed);
        assertEquals(5L, balance(1));
    }

    @Test
    void aHoldMakesTwoTransfersLoseAnUpdate() throws Exception {
        Hold hold = wire.hold("update account");
        hold.untilAll(2);
        String printed =
                node(
                        TRANSFER
                                + "console.log((await Promise.all([transfer(30), transfer(30)])).join())");
        assertEquals("done,done", printed);
        assertEquals(70L, balance(1), "both had read 100 before either wrote");
        assertEquals(2, hold.arrived());
        assertTrue(matching("update account").stream().allMatch(seen -> seen.note().isEmpty()));
        assertTrue(matching("update account").getFirst().heldNanos() > 0, "the first had to wait");
        assertTrue(matching("select").stream().allMatch(seen -> seen.heldNanos() == 0));
    }

    @Test
    void aHoldLetsGoEarlyWhereAMutexLetsOneThrough() throws Exception {
        wire.hold("update account").untilAll(2);
        String printed =
                node(
                        TRANSFER
                                + """
                                let last = Promise.resolve();
                                const alone = work => (last = last.then(work));
                                console.log((await Promise.all([alone(() => transfer(30)), alone(() => transfer(30))])).join());
                                """);
        assertEquals("done,done", printed);
        assertEquals(40L, balance(1));
        assertTrue(matching("update account").getFirst().note().contains("1 of 2 had come"));
    }

    @Test
    void aHoldLetsGoEarlyWhereALockOfTheDatabaseLetsOneThrough() throws Exception {
        wire.hold("update account").untilAll(2);
        String locking = TRANSFER.replace("where id = $1'", "where id = $1 for no key update'");
        String printed =
                node(
                        locking
                                + "console.log((await Promise.all([transfer(30), transfer(30)])).join())");
        assertEquals("done,done", printed);
        assertEquals(40L, balance(1));
    }

    @Test
    void refusedUntilMended() throws Exception {
        wire.refuse();
        String refused = node("await pool.query('select 1').catch(e => console.log('refused'))");
        assertEquals("refused", refused);
        wire.mend();
        assertEquals("1", node("console.log((await pool.query('select 1 as n')).rows[0].n)"));
        assertEquals(1, wire.statements().size());
    }

    @Test
    void passwordsInStatementsAreMasked() throws Exception {
        node(
                "await pool.query(\"alter role current_user password 'open sesame'\").catch(() => {})");
        assertTrue(
                wire.statements().getFirst().text().contains("password '***'"),
                wire.statements().toString());
    }
}
