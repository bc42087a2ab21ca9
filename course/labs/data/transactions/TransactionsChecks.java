package data.transactions;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Json;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seed;

class TransactionsChecks {

    private static final String BALANCES = "select balance from account order by id";
    private static final String TRANSFERS = "select count(*) from transfer";

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
        app.post("/transfers", transfer(1, 9, 10)).status(404);
        app.post("/transfers", transfer(9, 1, 10)).status(404);
        db.query(BALANCES).is(100, 0, 50);
        app.post("/transfers", transfer(3, 2, 50)).status(201);
        db.query(BALANCES).is(100, 50, 0);
        db.query(TRANSFERS).is(1);
    }

    @Check(
            id = "keeps-the-sum",
            title = "loses nothing when two transfers race",
            needs = "moves-money")
    void keepsTheSum(App app, Postgres db) {
        db.wire().hold("update").untilAll(2);
        app.together(2).post("/transfers", transfer(1, 2, 30)).allStatus(201);
        db.query(BALANCES).is(40, 60, 50);
        db.query(TRANSFERS).is(2);
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
        app.post("/transfers", transfer(3, 2, 1)).status(201);
    }

    @Check(
            id = "gives-connections-back",
            title = "gives its connection back after each refusal",
            needs = "moves-money")
    void givesConnectionsBack(App app, Postgres db) {
        for (int i = 0; i < 25; i++) {
            app.post("/transfers", transfer(1, 2, 101)).status(409);
        }
        app.post("/transfers", transfer(1, 2, 30)).status(201);
        db.query(BALANCES).is(70, 30, 50);
        db.wire()
                .openConnections()
                .because("the pool may open 10 connections at most")
                .isAtMost(10);
    }

    private static int statementsOfOneTransfer(App app, Postgres db) {
        int before = db.wire().statements().each().size();
        app.post("/transfers", transfer(1, 2, 30)).status(201);
        int statements = db.wire().statements().each().size() - before;
        expect(
                statements > 0,
                "A transfer was answered with 201, but no statement went to the database.");
        return statements;
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
