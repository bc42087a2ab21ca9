package data.cache_freshness;

import static data.cache_freshness.Shop.lamp;
import static data.cache_freshness.Shop.pause;
import static data.cache_freshness.Shop.product;
import static data.cache_freshness.Shop.put;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Request;

class CacheFreshnessChecks {

    @Check(
            id = "still-saves-queries",
            title = "still makes one query for many who ask at once, and none for hits")
    void stillSavesQueries(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        shop.oneQueryForMany();
        app.get("/products/2").status(200).json().is(product(2, "Spare bulb", 0, ""));
        app.get("/products/3").status(200);
        shop.isServedFromRedis(app);
        shop.isServedFromRedis(other);
        other.get("/products/2").status(200).json().is(product(2, "Spare bulb", 0, ""));
    }

    @Check(
            id = "fresh-after-a-change",
            title = "gives what the database holds once a change has been answered",
            needs = "still-saves-queries")
    void freshAfterAChange(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        app.get("/products/404").status(404);
        app.send(put(404, "Made", 2, "new")).status(204);
        app.get("/products/404").status(200).json().is(product(404, "Made", 2, "new"));
        shop.fillsRedis();
        app.send(put(1, "Floor lamp", 5, "new")).status(204);
        app.get("/products/1").status(200).json().is(product(1, "Floor lamp", 5, "new"));
        other.get("/products/1").status(200).json().is(product(1, "Floor lamp", 5, "new"));
        shop.fillsRedis();
        shop.readsDuringTheChange(put(1, "Wall lamp", 6, ""));
        shop.agrees(app, "a product was read while its change was under way");
        shop.agrees(other, "a product was read while its change was under way");
        shop.answersAfterForgetting(other);
    }

    @Check(
            id = "fresh-after-a-503",
            title = "gives what the database holds after a change that was answered with 503",
            needs = "still-saves-queries")
    void freshAfterA503(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        shop.fillsRedis();
        db.wire().cutAfter("insert into product");
        app.send(put(1, "Red lamp", 7, "")).status(503, 204);
        db.wire().mend();
        String made = "the change was made, and its answer was lost on the way";
        shop.agrees(app, made);
        shop.agrees(other, made);
        shop.fillsRedis();
        db.wire().cutBefore("insert into product");
        app.send(put(1, "Blue lamp", 8, "")).status(503, 204);
        db.wire().mend();
        shop.agrees(app, "the change was lost before it reached the database");
    }

    @Check(
            id = "old-rows-stay-out",
            title = "lets no row into Redis that was read before a change",
            needs = "still-saves-queries")
    void oldRowsStayOut(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        try (var early = shop.slowly()) {
            other.send(put(1, "Floor lamp", 5, "")).status(204);
            early.reply().status(200);
        }
        pause(300);
        String read = "a reading that began before the change ended after it";
        shop.agrees(app, read);
        shop.agrees(other, read);
        shop.changesWhileAReadingStores(other);
    }

    @Check(
            id = "last-change-stays",
            title = "serves the last of two changes, whichever is slower on its way to Redis",
            needs = "still-saves-queries")
    void lastChangeStays(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        var hold = redis.wire().hold("alpha");
        var first = app.begin(put(1, "Alpha", 1, ""));
        shop.until(() -> hold.arrived() > 0 || Boolean.TRUE.equals(first.answered().raw()));
        other.send(put(1, "Beta", 2, "")).status(204);
        redis.wire().mend();
        first.reply().status(204);
        pause(300);
        String twice = "two processes have changed it, and one was slower";
        shop.agrees(app, twice);
        shop.agrees(other, twice);
    }

    @Check(
            id = "joins-no-old-query",
            title = "shares no query that began before a change with anybody who asks after it",
            needs = "still-saves-queries")
    void joinsNoOldQuery(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        String underWay = "the query of an earlier request was still on its way";
        try (var early = shop.slowly()) {
            app.send(put(1, "Floor lamp", 5, "")).status(204);
            shop.agrees(app, underWay);
            early.reply().status(200);
        }
        shop.forgetsAll();
        try (var changing = shop.readsSlowlyDuringTheChange(put(1, "Wall lamp", 6, ""))) {
            changing.reply().status(204);
            shop.agrees(app, underWay);
        }
    }

    @Check(
            id = "hits-after-a-change",
            title = "serves a product from Redis again, 5 seconds after its change at the latest",
            needs = "still-saves-queries")
    void hitsAfterAChange(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        App other = shop.another();
        shop.isWarm();
        app.get("/products/1").status(200);
        app.send(put(1, "Floor lamp", 5, "")).status(204);
        shop.isCachedAgain(app);
        other.send(put(1, "Wall lamp", 6, "")).status(204);
        shop.isCachedAgain(app);
        shop.isCachedAgain(other);
    }

    @Check(
            id = "every-key-expires",
            title = "leaves no key in Redis for good, wherever the connection breaks",
            needs = "still-saves-queries")
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
            id = "lives-without-redis",
            title = "still reads and changes products while Redis refuses connections",
            needs = "still-saves-queries")
    void livesWithoutRedis(App app, Postgres db, Redis redis) {
        var shop = new Shop(app, db, redis);
        shop.isWarm();
        redis.wire().refuse();
        app.send(lamp()).status(200).json("name").is("Desk lamp");
        app.send(put(1, "Floor lamp", 5, "")).status(204);
        app.send(lamp()).status(200).json("name").is("Floor lamp");
        app.send(Request.get("/products/404")).status(404);
    }
}
