package data.purses;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.MySql;

class PursesChecks {

    @Check(id = "pays", title = "pays in one transaction")
    void pays(App app, MySql db) {
        db.given(
                "purse",
                """
                id | owner | coins
                1  | Ada   | 100
                2  | Bob   | 0
                """);
        app.post("/pay", json("from", 1, "to", 2, "coins", 30)).status(204);
        db.query("select id, owner, coins from purse order by id")
                .isTable(
                        """
                        id | owner | coins
                        1  | Ada   | 70
                        2  | Bob   | 30
                        """);
        db.query("select sum(coins) from purse").is(100);
        db.wire().statements().matching("update purse").inOneTransaction().count().is(2);
    }

    @Check(id = "races", title = "loses nothing when two pay at once")
    void races(App app, MySql db) {
        db.run("insert into purse values (?, ?, ?), (2, 'Bob', 0)", 1, "Ada", 100);
        db.wire().hold("update purse").untilAll(2);
        app.together(2).post("/pay", json("from", 1, "to", 2, "coins", 30)).allStatus(204, 409);
        db.query("select sum(coins) from purse").is(100);
    }

    @Check(id = "survives-a-cut", title = "changes nothing when the database vanishes half way")
    void survivesACut(App app, MySql db) {
        db.run("insert into purse values (1, 'Ada', 100), (2, 'Bob', 0)");
        db.wire().cutBefore("commit");
        app.post("/pay", json("from", 1, "to", 2, "coins", 30)).status(503);
        db.query("select coins from purse order by id").is(100, 0);
        app.post("/pay", json("from", 1, "to", 2, "coins", 30)).status(204);
        db.query("select coins from purse order by id").is(70, 30);
    }
}
