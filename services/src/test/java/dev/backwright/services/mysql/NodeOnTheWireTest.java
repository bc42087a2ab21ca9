package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.Hold;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeOnTheWireTest extends WireTest {

    @TempDir Path folder;

    private String pool(String program) throws Exception {
        return pool("connectionLimit: 4", program);
    }

    private String pool(String options, String program) throws Exception {
        return node(
                folder,
                "const mysql = require('mysql2/promise');\n"
                        + "const pool = mysql.createPool({ uri: process.env.MYSQL_URL, "
                        + options
                        + " });\n"
                        + program
                        + "\nawait pool.end();");
    }

    private static final String TRANSFER =
            """
            async function transfer(amount) {
              const client = await pool.getConnection();
              try {
                await client.beginTransaction();
                const [rows] = await client.execute('select balance from account where id = ?', [1]);
                await client.query('update account set balance = ? where id = ?', [rows[0].balance - amount, 1]);
                await client.commit();
                client.release();
                return 'done';
              } catch (e) { client.destroy(); return 'broken: ' + e.message; }
            }
            """;

    @Test
    void everyKindOfQueryIsSeen() throws Exception {
        String printed =
                pool(
                        """
                        const [one] = await pool.query('select 1 as n');
                        const [two] = await pool.execute('select ? + ? as n, ? as t', [2, 3, 'é']);
                        await pool.execute('select balance from account where id = ?', [1]);
                        await pool.execute('select balance from account where id = ?', [2]);
                        await pool.execute('insert into account values (?, ?)', [3, null]).catch(e => console.log(e.code));
                        await pool.query('insert into account values (?, ?)', [3, 30]);
                        await pool.query('update account set balance = 1 where id > 9');
                        await pool.query('select * from acount').catch(e => console.log(e.code));
                        await pool.execute('select * from acount').catch(e => console.log(e.code));
                        console.log(one[0].n, two[0].n, two[0].t);
                        """);
        assertEquals(
                "ER_BAD_NULL_ERROR\nER_NO_SUCH_TABLE\nER_NO_SUCH_TABLE\n1 5 'é'".replace("'", ""),
                printed);
        List<SeenStatement> seen = wire.statements();
        assertEquals(List.of("2", "3", "é"), seen.get(1).parameters());
        assertEquals(List.of("2"), seen.get(3).parameters(), "prepared once, run again");
        assertEquals(List.of("3", "null"), seen.get(4).parameters());
        assertEquals("insert into account values (3, 30)", seen.get(5).text());
        assertEquals(List.of(1L, 1L, 1L, 1L, -1L, 1L, 0L, -1L, -1L), rows());
        assertTrue(seen.get(4).error().contains("(1048, 23000)"), seen.get(4).error());
        assertEquals(Fate.FAILED, seen.get(7).fate());
        assertEquals("select * from acount", seen.get(8).text(), "refused when it was prepared");
        assertEquals(Fate.FAILED, seen.get(8).fate());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void valuesOfEveryTypeAreShown() throws Exception {
        pool(
                """
                await pool.execute('select ?, ?, ?, ?, ?, ?, ?', [1.5, 9007199254740991n, true, new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
                  Buffer.from([0, 255]), { a: 1 }, 'x'.repeat(600)]);
                """);
        List<String> values = wire.statements().getFirst().parameters();
        assertEquals(List.of("1.5", "9007199254740991"), values.subList(0, 2));
        assertTrue(values.get(2).equals("1") || values.get(2).equals("true"), values.get(2));
        assertTrue(values.get(3).startsWith("2026-01-02"), values.get(3));
        assertEquals("0x00ff", values.get(4));
        assertEquals("{\"a\":1}", values.get(5));
        assertTrue(values.get(6).endsWith("… (600 bytes)"), values.get(6));
    }

    @Test
    void transactionsAreNumberedOnEachConnection() throws Exception {
        assertEquals(
                "done done",
                pool(
                        TRANSFER
                                + "console.log(await transfer(1), await transfer(2)); await pool.query('select 1')"));
        assertEquals(List.of(1, 1, 1, 1, 2, 2, 2, 2, 0), transactions());
    }

    @Test
    void transactionsEndWhereTheServerEndsThem() throws Exception {
        pool(
                "connectionLimit: 1",
                """
                for (const sql of ['start transaction', 'select 1 from account', 'create table t (a int)', 'select 2',
                    'set autocommit = 0', 'select 3 from account', 'rollback', 'select 4 from account', 'set autocommit = 1', 'select 5',
                    'begin', 'savepoint a', 'rollback to a', 'commit and chain', 'select 6', 'rollback', 'select 7']) await pool.query(sql);
                """);
        assertEquals(List.of(1, 1, 0, 0, 0, 2, 2, 3, 3, 0, 4, 4, 4, 4, 5, 5, 0), transactions());
        assertEquals("commits the transaction that was open", wire.statements().get(2).note());
    }

    @Test
    void aTransactionLostToADeadlockIsOver() throws Exception {
        wire.hold("balance + 1").untilAll(2);
        String printed =
                pool(
                        """
                        const take = async (first, second) => {
                          const c = await pool.getConnection();
                          await c.beginTransaction();
                          await c.query('update account set balance = 1 where id = ?', [first]);
                          try {
                            await c.query('update account set balance = balance + 1 where id = ?', [second]);
                            await c.commit();
                            return 'done';
                          } catch (e) {
                            await c.query('select 9');
                            return e.code;
                          } finally { c.release(); }
                        };
                        console.log((await Promise.all([take(1, 2), take(2, 1)])).sort().join());
                        """);
        assertEquals("ER_LOCK_DEADLOCK,done", printed);
        assertEquals(0, matching("select 9").getFirst().transaction());
    }

    @Test
    void severalStatementsInOneText() throws Exception {
        String printed =
                pool(
                        "multipleStatements: true",
                        """
                        const [all] = await pool.query("update account set balance = 5; select ';' as a, `id` from account # ; \\n; select 2");
                        console.log(all.length, all[1].length);
                        await pool.query('select 1; select nothing; select 3').catch(e => console.log(e.code));
                        """);
        assertEquals("3 2\nER_BAD_FIELD_ERROR", printed);
        assertEquals(List.of(2L, 2L, 1L, 1L, -1L, -1L), rows());
        assertEquals(
                List.of(Fate.DONE, Fate.FAILED, Fate.FAILED),
                wire.statements().subList(3, 6).stream().map(SeenStatement::fate).toList());
        assertTrue(wire.statements().get(5).error().startsWith("not run"));
    }

    @Test
    void aProcedureWithSeveralResultsIsOneStatement() throws Exception {
        db.run(
                "create procedure p() begin select * from account; select 1; update account set balance = 3; end");
        String printed =
                pool(
                        "multipleStatements: true",
                        """
                        const [sets] = await pool.query('call p()');
                        const [more] = await pool.query('call p(); select 7 as n');
                        const [prepared] = await pool.execute('call p()');
                        console.log(sets.length, more.at(-1)[0].n, prepared.length);
                        """);
        assertEquals("3 7 3", printed);
        assertEquals(List.of("call p()", "call p()", "select 7 as n", "call p()"), texts());
        assertEquals(1L, wire.statements().get(2).rows());
        assertTrue(wire.statements().stream().allMatch(seen -> seen.fate() == Fate.DONE));
    }

    @Test
    void rowsAreStreamedAndCounted() throws Exception {
        String printed =
                node(
                        folder,
                        """
                        const connection = require('mysql2').createConnection(process.env.MYSQL_URL);
                        let count = 0;
                        const sql = 'select seq, repeat("x", 500) as t from seq_1_to_5000';
                        connection.query(sql).stream({ highWaterMark: 5 }).on('data', () => count++).on('end', () => {
                          console.log(count);
                          connection.end();
                        });
                        """);
        assertEquals("5000", printed);
        assertEquals(List.of(5000L), rows());
    }

    @Test
    void callbacksSeeTheSameAsPromises() throws Exception {
        String printed =
                node(
                        folder,
                        """
                        const c = require('mysql2').createConnection({ uri: process.env.MYSQL_URL, multipleStatements: true });
                        c.query('select 1 as n', (e, rows) => c.execute('select ? as n', ['a'], (e2, rows2) =>
                          c.ping(() => c.changeUser({}, e3 => c.query('selec', e4 => {
                            console.log(rows[0].n, rows2[0].n, e3, e4.errno);
                            c.end();
                          })))));
                        """);
        assertEquals("1 a null 1064", printed);
        assertEquals(List.of("select 1 as n", "select ? as n", "selec"), texts());
    }

    @Test
    void aPacketOfMoreThan16MegabytesGoesThrough() throws Exception {
        String printed =
                pool(
                        """
                        const [[row]] = await pool.query("select length('" + 'x'.repeat(17_000_000) + "') as n, repeat('y', 17000000) as y");
                        await pool.execute('select length(?) as n', ['z'.repeat(17_000_000)]);
                        const [[after]] = await pool.query('select 5 as n');
                        console.log(row.n, row.y.length, after.n);
                        """);
        assertEquals("17000000 17000000 5", printed);
        assertEquals(List.of(1L, 1L, 1L), rows());
        assertTrue(texts().getFirst().endsWith("characters were sent)"));
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void aCommitCutBeforeTheServerIsNotDone() throws Exception {
        wire.cutBefore("commit");
        String printed =
                pool(TRANSFER + "console.log(await transfer(30)); console.log(await transfer(7));");
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
        String printed = pool(TRANSFER + "console.log(await transfer(30))");
        assertTrue(printed.startsWith("broken: "), printed);
        assertEquals(70L, balance(1));
        assertEquals(Fate.CUT_AFTER, matching("commit").getFirst().fate());
    }

    @Test
    void aPreparedUpdateCutAfterIsDone() throws Exception {
        wire.cutAfter("update account");
        String printed =
                pool(
                        "await pool.execute('update account set balance = ?', [5]).catch(e => console.log('lost', e.code))");
        assertTrue(printed.startsWith("lost "), printed);
        assertEquals(5L, balance(1));
        assertEquals(Fate.CUT_AFTER, matching("update account").getFirst().fate());
    }

    @Test
    void aHoldMakesTwoTransfersLoseAnUpdate() throws Exception {
        for (int i = 0; i < 5; i++) {
            db.run("update account set balance = 100 where id = 1");
            Hold hold = wire.hold("update account");
            hold.untilAll(2);
            String printed =
                    pool(
                            TRANSFER
                                    + "console.log((await Promise.all([transfer(30), transfer(30)])).join())");
            assertEquals("done,done", printed);
            assertEquals(70L, balance(1), "both had read 100 before either wrote");
            assertEquals(2, hold.arrived());
            wire.mend();
        }
        assertTrue(matching("update account").stream().allMatch(seen -> seen.note().isEmpty()));
    }

    @Test
    void aHoldLetsGoEarlyWhereALockOfTheDatabaseLetsOneThrough() throws Exception {
        wire.hold("update account").untilAll(2);
        String printed =
                pool(
                        TRANSFER.replace("where id = ?', [1]", "where id = ? for update', [1]")
                                + "console.log((await Promise.all([transfer(30), transfer(30)])).join())");
        assertEquals("done,done", printed);
        assertEquals(40L, balance(1));
        assertTrue(matching("update account").getFirst().note().contains("1 of 2 had come"));
    }

    @Test
    void refusedUntilMended() throws Exception {
        wire.refuse();
        assertEquals(
                "refused", pool("await pool.query('select 1').catch(e => console.log('refused'))"));
        wire.mend();
        assertEquals("1", pool("console.log((await pool.query('select 1 as n'))[0][0].n)"));
        assertEquals(1, wire.statements().size());
    }

    @Test
    void aWrongPasswordIsRefusedByTheServer() throws Exception {
        String printed =
                node(
                        folder,
                        """
                        const mysql = require('mysql2/promise');
                        await mysql.createConnection(process.env.MYSQL_URL.replace(/:[0-9a-f]{32}@/, ':wrong@')).catch(e => console.log(e.code));
                        """);
        assertEquals("ER_ACCESS_DENIED_ERROR", printed);
        assertTrue(wire.notes().getFirst().contains("Access denied"), wire.notes().toString());
    }

    @Test
    void compressionAndEncryptionAreNotOffered() throws Exception {
        assertEquals(
                "1 HANDSHAKE_NO_SSL_SUPPORT",
                node(
                        folder,
                        """
                        const mysql = require('mysql2/promise');
                        const c = await mysql.createConnection({ uri: process.env.MYSQL_URL, compress: true });
                        const [[row]] = await c.query('select 1 as n');
                        await c.end();
                        const refused = await mysql.createConnection({ uri: process.env.MYSQL_URL, ssl: {} }).catch(e => e.code);
                        console.log(row.n, refused);
                        """));
        assertEquals(List.of("select 1 as n"), texts());
        assertEquals(List.of(), wire.notes());
    }

    @Test
    void filesOfTheClientAreNotAskedFor() throws Exception {
        String printed =
                pool(
                        """
                        await pool.query({ sql: "load data local infile '/etc/passwd' into table account",
                          infileStreamFactory: path => { console.log('ASKED'); return require('fs').createReadStream(path); } })
                          .catch(e => console.log(e.errno));
                        """);
        assertTrue(List.of("1148", "4166", "3948").contains(printed), printed);
    }

    @Test
    void passwordsInStatementsAreMasked() throws Exception {
        pool(
                """
                await pool.query("create user somebody identified by 'open sesame'").catch(() => {});
                await pool.query("set password = password('open sesame')").catch(() => {});
                """);
        assertEquals(
                List.of(
                        "create user somebody identified by '***'",
                        "set password = password('***')"),
                texts());
    }
}
