package data.redis_cache;

import static data.redis_cache.Shop.PRODUCT;
import static data.redis_cache.Shop.pause;
import static data.redis_cache.Shop.product;
import static data.redis_cache.Shop.put;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;

class RedisCacheChecks {

    @Check(
            id = "hits-ask-nothing",
            title = "asks the database once for a product, and Redis from then on")
    void hitsAskNothing(App app, Postgres db, Redis redis, Seed seed) {
        var shop = new Shop(app, db, redis);
        int price = seed.between(100, 9_000);
        db.run("update product set price = ? where id = 1", price);
        shop.isWarm();
        var lamp = app.get("/products/1").status(200);
        lamp.json("price").is(price);
        var bulb = app.get("/products/2").status(200);
        bulb.json().is(product(2, "Spare bulb", 0, ""));
        app.get("/products/3").status(200);
        shop.isServedFromRedis(app, "the server had read them from the database before");
        app.get("/products/1").status(200).json().is(lamp.json().raw());
        app.get("/products/2").status(200).json().is(bulb.json().raw());
        App other = shop.another();
        shop.isServedFromRedis(other, "another process of the server had read them before");
        other.get("/products/1").status(200).json().is(lamp.json().raw());
        other.get("/products/2").status(200).json().is(bulb.json().raw());
    }

    @Check(
            id = "kept-for-a-minute",
            title = "keeps a product for 30 to 60 seconds, however often it is asked for",
            needs = "hits-ask-nothing")
    void keptForAMinute(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        shop.isKept("/products/1", 200, 20);
        db.run("update product set price = 77 where id = 1");
        shop.passes(41);
        app.get("/products/1")
                .status(200)
                .json("price")
                .because(
                        "product 1 was read from the database 61 seconds ago, and has changed there since")
                .is(77);
    }

    @Check(
            id = "every-key-expires",
            title = "leaves no key in Redis for good, wherever the connection breaks",
            needs = "hits-ask-nothing")
    void everyKeyExpires(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        app.get("/products/1").status(200);
        app.get("/products/404").status(404);
        app.send(put(3, "Shelf", 100, "")).status(204);
        shop.everyKeyExpires("a product was read, one that does not exist, and one was changed");
        shop.breaksAtEach(lamp(), 200, "reading a product");
        shop.breaksAtEach(put(1, "Lamp", 100, ""), 204, "changing a product");
    }

    @Check(
            id = "unknown-is-remembered",
            title = "remembers for 10 seconds at most that there is no such product",
            needs = "hits-ask-nothing")
    void unknownIsRemembered(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        shop.isKept("/products/404", 404, 2);
        other.get("/products/404").status(404);
        db.run("insert into product values (404, 'Late', 1, '')");
        shop.passes(9);
        shop.isFound("/products/404", "it was missing 11 seconds ago, and is there now");
    }

    @Check(
            id = "a-change-is-seen",
            title = "gives a product as it was changed or made, once the change has been answered",
            needs = "hits-ask-nothing")
    void aChangeIsSeen(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        app.get("/products/1").status(200);
        app.get("/products/405").status(404);
        shop.isAtRest();
        app.send(put(1, "Floor lamp", 0, "")).status(204);
        app.get("/products/1").status(200).json().is(product(1, "Floor lamp", 0, ""));
        other.get("/products/1").status(200).json().is(product(1, "Floor lamp", 0, ""));
        app.send(put(405, "Made", 2, "new")).status(204);
        shop.isFound("/products/405", "it was missing, and has been made since");
        other.get("/products/405").status(200).json().is(product(405, "Made", 2, "new"));
        shop.answersAfterForgetting(other);
    }

    @Check(
            id = "one-query-for-many",
            title = "makes one query for many who ask at once, and another where that has failed",
            needs = "hits-ask-nothing")
    void oneQueryForMany(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        shop.oneQueryFor("/products/1", 200);
        shop.oneQueryFor("/products/404", 404);
        shop.forgetsAll();
        db.wire().hold(PRODUCT).untilAll(2);
        var lamp = app.begin(lamp());
        var shelf = app.begin(Request.get("/products/3"));
        lamp.reply().status(200).json("id").is(1);
        shelf.reply().status(200).json("id").is(3);
        db.wire().mend();
        shop.forgetsAll();
        db.wire().cutBefore(PRODUCT);
        app.send(lamp()).status(503, 200);
        db.wire().mend();
        shop.isFound("/products/1", "one query has failed, and the database is there again");
    }

    @Check(
            id = "lives-without-redis",
            title =
                    "serves from the database while Redis cannot be reached, and uses it again after",
            needs = "hits-ask-nothing")
    void livesWithoutRedis(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        app.send(lamp()).status(200);
        redis.wire().refuse();
        app.send(lamp()).status(200).json("name").is("Desk lamp");
        app.send(put(1, "Floor lamp", 5, "")).status(204);
        app.send(lamp()).status(200).json("name").is("Floor lamp");
        app.get("/products/404").status(404);
        app.together(20).get("/products/3").allStatus(200);
        app.restart();
        app.send(lamp()).status(200).json("name").is("Floor lamp");
        pause(1_000);
        redis.wire().mend();
        shop.usesRedisAgain();
    }

    @Check(
            id = "waits-for-nobody",
            title = "answers from the database while Redis says nothing at all",
            needs = "hits-ask-nothing")
    void waitsForNobody(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        app.send(lamp()).status(200);
        redis.wire().halfOpen("");
        app.send(lamp()).status(200).json("name").is("Desk lamp");
        app.send(put(1, "Floor lamp", 5, "")).status(204);
        app.send(lamp()).status(200).json("name").is("Floor lamp");
        app.together(20).get("/products/3").allStatus(200);
        app.get("/products/404").status(404);
    }

    private static Request lamp() {
        return Request.get("/products/1");
    }
}
