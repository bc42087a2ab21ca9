package data.articles;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Request;
import java.util.List;
import java.util.Map;

class ArticlesChecks {

    @Check(id = "fills", title = "fills the cache after a miss, for a while")
    void fills(App app, Postgres db, Redis redis) {
        app.get("/articles/1").status(200).json("title").is("On caches");
        redis.wire().statements().matching("^get article:1").count().is(1);
        db.wire().statements().matching("from article").count().is(1);
        redis.value("article:1").contains("On caches");
        redis.ttl("article:1").isAtMost(60).isAtLeast(50);
        redis.query("hgetall", "stats").is(Map.of("misses", "1"));
        redis.keys("article:*").is(List.of("article:1"));
    }

    @Check(id = "hits", title = "asks the database nothing on a hit")
    void hits(App app, Postgres db, Redis redis) {
        redis.given("article:2", "{\"id\":2,\"title\":\"From the cache\"}");
        app.get("/articles/2").status(200).json("title").is("From the cache");
        db.wire().statements().matching("from article").count().is(0);
        redis.query("hget", "stats", "hits").is("1");
    }

    @Check(
            id = "forgets",
            title = "forgets an article that has changed, and counts that, in one step")
    void forgets(App app, Redis redis) {
        app.get("/articles/1").status(200);
        var change =
                Request.of("PUT", "/articles/1")
                        .body("application/json", "{\"title\":\"On forgetting\"}");
        app.send(change).status(204);
        redis.value("article:1").isAbsent();
        app.get("/articles/1").json("title").is("On forgetting");
        redis.wire().statements().matching("^del ").inOneTransaction();
        for (var step : redis.wire().statements().transactions()) {
            step.matching("article:1").count().is(1);
            step.matching("^hincrby stats").count().is(1);
        }
    }

    @Check(id = "tells-no-key", title = "never tells the cache a visitor's key")
    void tellsNoKey(App app, Redis redis) {
        app.send(
                        Request.of("PUT", "/articles/1")
                                .header("X-Key", "open sesame")
                                .body("application/json", "{\"title\":\"x\"}"))
                .status(204);
        redis.wire().statements().count().isAtLeast(1);
        redis.wire().neverCarried("open sesame");
    }

    @Check(id = "survives", title = "answers while the cache is away")
    void survives(App app, Redis redis) {
        app.get("/articles/1").status(200);
        redis.wire().refuse();
        app.get("/articles/1").status(200).json("title").is("On caches");
        redis.wire().mend();
    }

    @Check(id = "waits-for-nobody", title = "answers while the cache says nothing")
    void waitsForNobody(App app, Postgres db, Redis redis) {
        redis.wire().halfOpen("^get ");
        app.get("/articles/1").status(200).json("title").is("On caches");
        db.wire().statements().matching("from article").outsideTransactions().count().is(1);
    }
}
