package data.transactions;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Json;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

class TransactionsChecks {

    private static final String BALANCES = "select balance from account order by id";
    private static final String TRANSFERS = "select count(*) from transfer";
    private static final int POOL = 10;
    private static final int AT_ONCE = 20;

    @Check(id = "moves-money", title = "moves the amount and notes the transfer")
    void movesMoney(App app, Postgres db, Seed seed) {
        int amount = seed.between(10, 90);
        var made = app.post("/transfers", transfer(1, 2, amount)).status(201);
        made.json("from").is(1);
        made.json("to").is(2);
        made.json("amount").is(amount);
        db.query(BALANCES).is(100 - amount, amount, 50);
        db.query("select id, from_account, to_account, amount from transfer")
                .is(made.json("id").raw(), 1, 2, amount);
        app.get("/accounts/2").status(200).json("balance").is(amount);
    }

    @Check(
            id = "refuses-without-a-trace",
            title = "refuses what must not happen and leaves no trace of it",
            needs = "moves-money")
    void refusesWithoutATrace(App app, Postgres db) {
        app.post("/transfers", transfer(1, 2, 101)).status(409);
        noTransactionStaysOpen(db);
        app.post("/transfers", transfer(1, 9, 10)).status(404);
        noTransactionStaysOpen(db);
        app.post("/transfers", transfer(9, 1, 10)).status(404);
        noTransactionStaysOpen(db);
        app.post("/transfers", transfer(2, 1, 10)).status(409);
        noTransactionStaysOpen(db);
        db.query(BALANCES).is(100, 0, 50);
        app.post("/transfers", transfer(3, 2, 50)).status(201);
        db.query(BALANCES).is(100, 50, 0);
        db.query(TRANSFERS).is(1);
    }

    @Check(
            id = "keeps-the-sum",
            title = "loses nothing when transfers race, on either side",
            needs = "moves-money")
    void keepsTheSum(App app, Postgres db) {
        db.wire().hold("update").untilAll(2);
        app.together(2).post("/transfers", transfer(1, 2, 30)).allStatus(201);
        db.query(BALANCES).is(40, 60, 50);
        db.wire().mend();
        db.wire().hold("update").inStep(2);
        app.together(2).post("/transfers", transfer(1, 2, 10), transfer(3, 2, 20)).allStatus(201);
        db.query(BALANCES).is(30, 90, 30);
        db.query(TRANSFERS).is(4);
    }

    @Check(
            id = "never-overdraws",
            title = "lets only one of two racing transfers have the last money",
            needs = "moves-money")
    void neverOverdraws(App app, Postgres db) {
        db.wire().hold("update").untilAll(2);
        var replies = app.together(2).post("/transfers", transfer(1, 2, 80)).allStatus(201, 409);
        replies.count(201)
                .because("the account has money for one of the two transfers, and only one")
                .is(1);
        db.query(BALANCES).is(20, 80, 50);
    }

    @Check(
            id = "opposite-directions",
            title = "makes both transfers when they cross",
            needs = "moves-money")
    void oppositeDirections(App app, Postgres db) {
        db.run("update account set balance = 100");
        db.wire().hold("update").inStep(2);
        app.together(2).post("/transfers", transfer(1, 2, 30), transfer(2, 1, 10)).allStatus(201);
        db.query(BALANCES).is(80, 120, 100);
        db.query(TRANSFERS).is(2);
    }

    @Check(
            id = "all-or-nothing",
            title = "makes a transfer whole or not at all, wherever the connection breaks",
            needs = "moves-money")
    void allOrNothing(App app, Postgres db) {
        int statements = statementsOfOneTransfer(app, db);
        for (int nth = 1; nth <= statements; nth++) {
            startOver(db);
            db.wire().cutBefore("", nth);
            var reply = app.post("/transfers", transfer(1, 2, 30)).status(503, 201);
            agree(reply, db, nth);
            db.wire().mend();
            app.post("/transfers", transfer(3, 2, 1)).status(201);
        }
    }

    @Check(
            id = "applied-once",
            title = "never makes a transfer twice when the answer to the last statement is lost",
            needs = "moves-money")
    void appliedOnce(App app, Postgres db) {
        int statements = statementsOfOneTransfer(app, db);
        startOver(db);
        db.wire().cutAfter("", statements);
        app.post("/transfers", transfer(1, 2, 30)).status(503, 201);
        db.query(TRANSFERS).is(1);
        db.query(BALANCES).is(70, 30, 50);
        db.wire().mend();
        app.post("/transfers", transfer(3, 2, 1)).status(201);
    }

    @Check(
            id = "lives-on",
            title = "makes the next transfer after many connections broke, at work and at rest",
            needs = "moves-money")
    void livesOn(App app, Postgres db) {
        int statements = statementsOfOneTransfer(app, db);
        for (int i = 0; i < POOL + 2; i++) {
            db.wire().cutBefore("", 1 + i % statements);
            app.post("/transfers", transfer(1, 2, 1)).status(503, 201);
            db.wire().mend();
        }
        app.post("/transfers", transfer(3, 2, 1)).status(201);
        breakAtRest(app, db);
        app.post("/transfers", transfer(3, 2, 1)).status(201);
    }

    @Check(
            id = "gives-connections-back",
            title =
                    "shares its connections among more requests than there are, and gives each back",
            needs = "moves-money")
    void givesConnectionsBack(App app, Postgres db) {
        for (int i = 0; i < 25; i++) {
            app.post("/transfers", transfer(1, 2, 101)).status(409);
        }
        db.run("insert into account select id, 'one of many', 100 from generate_series(11, 50) id");
        db.wire().hold("").untilAll(POOL + 1);
        var replies = app.together(AT_ONCE).post("/transfers", oneForEachPair());
        db.wire()
                .openConnections()
                .because("the server may have 10 connections at most")
                .isAtMost(POOL);
        noTransactionIsShared(db);
        replies.count(201).is(AT_ONCE / 2);
        replies.count(409).is(AT_ONCE / 2);
        db.query(
                        "select balance, count(*) from account where id > 10 group by balance order by balance")
                .is(70, AT_ONCE / 2, 100, AT_ONCE, 130, AT_ONCE / 2);
        db.query(TRANSFERS).is(AT_ONCE / 2);
    }

    /// Of a second transfer: with the first one a program may set things up.
    private static int statementsOfOneTransfer(App app, Postgres db) {
        app.post("/transfers", transfer(1, 2, 1)).status(201);
        int before = db.wire().statements().each().size();
        app.post("/transfers", transfer(1, 2, 30)).status(201);
        int statements = db.wire().statements().each().size() - before;
        expect(
                statements > 0,
                "A transfer was answered with 201, but no statement went to the database.");
        return statements;
    }

    /// Waits two seconds at most, since a program may end a transaction by ending its connection.
    private static void noTransactionStaysOpen(Postgres db) {
        db.run(
                """
                do $$ begin
                    for i in 1..40 loop
                        perform pg_stat_clear_snapshot();
                        exit when not exists (
                            select from pg_stat_activity
                            where datname = current_database() and state like 'idle in transaction%');
                        perform pg_sleep(0.05);
                    end loop;
                end $$
                """);
        long open =
                db.query(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and state like 'idle in transaction%'
                                """)
                        .cell()
                        .number();
        expect(
                open == 0,
                "Each of these transfers was refused, and a transaction is still open on %d connection(s): begun, and neither committed nor rolled back."
                        .formatted(open));
    }

    /// To PostgreSQL a second `begin` is no error.
    private static void noTransactionIsShared(Postgres db) {
        var begun = new HashSet<List<Integer>>();
        for (var each : db.wire().statements().each()) {
            boolean begins = each.text().matches("(?is)(begin|start\\s+transaction)\\b.*");
            expect(
                    !begins || begun.add(List.of(each.connection(), each.transaction())),
                    "`begin` was sent on connection %d while a transaction was open there: two transfers share it, and the first `commit` or `rollback` ends both."
                            .formatted(each.connection()));
        }
    }

    /// Ends the connections while nobody uses them. A request may take one that has broken just now: its answer is 503.
    private static void breakAtRest(App app, Postgres db) {
        db.wire().hold("select").untilAll(POOL);
        app.together(POOL).get("/accounts/1").allStatus(200);
        db.wire().mend();
        db.wire().refuse();
        db.wire().mend();
        for (int i = 0; i < POOL; i++) {
            app.get("/accounts/1").status(200, 503);
        }
    }

    /// Transfers that have no account in common; every second one wants more than there is.
    private static Json[] oneForEachPair() {
        return IntStream.range(0, AT_ONCE)
                .mapToObj(i -> transfer(11 + 2 * i, 12 + 2 * i, i % 2 == 0 ? 30 : 101))
                .toArray(Json[]::new);
    }

    private static void startOver(Postgres db) {
        db.run("truncate transfer");
        db.run("update account set balance = case id when 1 then 100 when 2 then 0 else 50 end");
    }

    private static void agree(Reply reply, Postgres db, int nth) {
        boolean made = reply.code() == 201;
        db.query(TRANSFERS)
                .cell()
                .because(
                        "the connection broke before statement %d and the answer was %d"
                                .formatted(nth, reply.code()))
                .is(made ? 1 : 0);
        db.query(BALANCES).is(made ? 70 : 100, made ? 30 : 0, 50);
    }

    private static Json transfer(int from, int to, int amount) {
        return json("from", from, "to", to, "amount", amount);
    }
}
