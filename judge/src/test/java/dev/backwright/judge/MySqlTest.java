package dev.backwright.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Evidence;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MySqlTest {

    private final Fixture fixture = new Fixture();

    @AfterAll
    void close() {
        fixture.close();
    }

    @Test
    void anAppOnMySqlPasses() {
        Report report = fixture.judged("data/purses", fixture.lab("data/purses").solution());
        assertEquals(
                List.of("pays PASSED", "races PASSED", "survives-a-cut PASSED"),
                Fixture.outcomes(report),
                report::toString);
        assertTrue(String.valueOf(report.runtime().services().get("mysql")).contains("MariaDB"));
        ReportShape.holds(report);
    }

    @Test
    void aLostUpdateIsSeenWithItsStatements() {
        String readsThenWrites =
                """
                import { createServer } from 'node:http';
                import mysql from 'mysql2/promise';
                const pool = mysql.createPool(process.env.MYSQL_URL);
                createServer(async (req, res) => {
                  const { from, to, coins } = await new Response(req).json();
                  const connection = await pool.getConnection();
                  const [rows] = await connection.query('select * from purse where id in (?, ?) order by id', [from, to]);
                  await connection.beginTransaction();
                  await connection.query('update purse set coins = ? where id = ?', [rows[0].coins - coins, from]);
                  await connection.query('update purse set coins = coins + ? where id = ?', [coins, to]);
                  await connection.commit();
                  connection.release();
                  res.writeHead(204).end();
                }).listen(process.env.PORT);
                """;
        Report report = fixture.judged("data/purses", "server.js", readsThenWrites);
        var races = Fixture.check(report, "races");
        assertEquals(Report.Outcome.FAILED, races.outcome(), report::toString);
        assertTrue(
                String.valueOf(races.message()).endsWith("expected 100; seen 130"),
                races::toString);
        var steps =
                races.evidence().stream()
                        .filter(Evidence.Wires.class::isInstance)
                        .map(Evidence.Wires.class::cast)
                        .flatMap(wires -> wires.scenes().stream())
                        .flatMap(scene -> scene.steps().stream())
                        .toList();
        assertEquals("mysql", steps.getFirst().wire());
        assertEquals(
                2, steps.stream().filter(step -> step.statement().text().equals("COMMIT")).count());
        ReportShape.holds(report);
    }

    @Test
    void aRunningServerGetsOneToo() throws Exception {
        BlockingQueue<LiveRun.Event> events = new ArrayBlockingQueue<>(100);
        Lab lab = fixture.lab("data/purses");
        try (var _ = fixture.judge.run(lab, lab.solution(), events::add)) {
            var database = (LiveRun.Event.Ready) events.poll(60, TimeUnit.SECONDS);
            assertTrue(
                    database != null && database.address().startsWith("mysql://lab"),
                    String.valueOf(database));
        }
    }
}
