package data.cache_freshness;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Pending;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// What a check does with the shop, its database and its Redis.
record Shop(App app, Postgres db, Redis redis) {

    /// What every reading of a product goes through.
    private static final String PRODUCT = "from product";

    private static final String CHANGE = "insert into product";

    private static final int MOST = 60;

    static Request put(int id, String name, int price, String description) {
        return Request.of("PUT", "/products/" + id)
                .body(
                        "application/json",
                        "{\"name\": \"%s\", \"price\": %d, \"description\": \"%s\"}"
                                .formatted(name, price, description));
    }

    static Request lamp() {
        return Request.get("/products/1");
    }

    static Map<String, Object> product(int id, String name, int price, String description) {
        return Map.of("id", id, "name", name, "price", price, "description", description);
    }

    static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    /// Waits for a while: what does not come is seen by the assertions that follow.
    boolean until(BooleanSupplier holds) {
        return until(holds, 100);
    }

    private static boolean until(BooleanSupplier holds, int tries) {
        for (int i = 1; i < tries; i++) {
            if (holds.getAsBoolean()) {
                return true;
            }
            pause(20);
        }
        return holds.getAsBoolean();
    }

    /// A program may connect to Redis after it has begun to listen. The box is asked about here and nowhere else.
    void isWarm() {
        isWarm(app);
    }

    private void isWarm(App process) {
        int before = commands();
        until(() -> {
            process.get("/products/9").status(200);
            return commands() > before;
        });
        isAtRest();
    }

    App another() {
        App other = app.another();
        isWarm(other);
        return other;
    }

    private int commands() {
        return redis.wire().statements().each().size();
    }

    /// Until Redis has been asked nothing for a while.
    private void isAtRest() {
        int before;
        int rounds = 0;
        do {
            before = commands();
            pause(100);
        } while (commands() > before && ++rounds < 20);
    }

    /// How often the database was asked about products.
    private long asked() {
        return db.wire().statements().matching(PRODUCT).each().size();
    }

    /// Whether an answer came without a query.
    private boolean isHit(App process, int id) {
        long asked = asked();
        process.get("/products/" + id).status(200);
        return asked() == asked;
    }

    void oneQueryForMany() {
        long asked = asked();
        db.wire().hold(PRODUCT).untilAll(2);
        app.together(20).get("/products/1").allStatus(200);
        db.wire().mend();
        db.wire()
                .statements()
                .matching(PRODUCT)
                .count()
                .because(
                        "20 requests for product 1 came at the same time, one query (and %d before) will do"
                                .formatted(asked))
                .is(asked + 1);
    }

    /// Redis may be late now and then on a busy machine. Then the database is asked, and rightly.
    void isServedFromRedis(App process) {
        long hits = IntStream.rangeClosed(1, 3).filter(id -> isHit(process, id)).count();
        expect(
                hits >= 2,
                "Products 1, 2 and 3 were read from the database and asked for again, so Redis answers; %d of them made a query."
                        .formatted(3 - hits));
    }

    /// As if so many seconds went by in Redis.
    private void passes(int seconds) {
        for (String key : keys()) {
            long left = redis.query("pttl", key).number();
            if (left >= 0) {
                redis.run("pexpire", key, String.valueOf(left - seconds * 1_000L));
            }
        }
    }

    private List<String> keys() {
        return ((List<?>) redis.keys().raw()).stream().map(String::valueOf).toList();
    }

    void forgetsAll() {
        isAtRest();
        redis.run("flushall");
    }

    /// Has product 1 in Redis, whatever there was before.
    void fillsRedis() {
        forgetsAll();
        app.send(lamp()).status(200);
        isAtRest();
    }

    /// The longest that a product stays out of Redis after a change.
    void isCachedAgain(App process) {
        isAtRest();
        passes(5);
        boolean again =
                until(
                        () -> {
                            process.send(lamp()).status(200);
                            isAtRest();
                            return isHit(process, 1);
                        },
                        3);
        expect(
                again,
                "Product 1 was changed 5 seconds ago and read since: the database is not asked again; there was another query.");
    }

    /// Holds when what is served is what the database holds.
    void agrees(App process, String because) {
        String name = db.query("select name from product where id = 1").cell().text();
        process.send(lamp())
                .status(200)
                .json("name")
                .because(
                        "%s, and this was asked after the change had been answered"
                                .formatted(because))
                .is(name);
    }

    /// Has the lamp read when its change has begun and has not reached the database yet.
    void readsDuringTheChange(Request change) {
        var hold = db.wire().hold(CHANGE);
        var changing = app.begin(change);
        until(() -> hold.arrived() > 0 || isAnswered(changing));
        app.send(lamp()).status(200);
        isAtRest();
        hold.release();
        changing.reply().status(204);
        db.wire().mend();
    }

    private static boolean isAnswered(Pending pending) {
        return Boolean.TRUE.equals(pending.answered().raw());
    }

    /// Redis takes its time with the first command of a change. Whoever answers before it is done is overtaken.
    void answersAfterForgetting(App other) {
        forgetsAll();
        int before = commands();
        app.send(put(1, "Lamp 0", 0, "")).status(204);
        isAtRest();
        var sent = redis.wire().statements().each().subList(before, commands());
        for (int i = 1; i <= 5 && !sent.isEmpty(); i++) {
            fillsRedis();
            redis.wire().delay("^" + command(sent.getFirst()).replaceFirst("\\s.*", "") + " ", 50);
            app.send(put(1, "Lamp " + i, i, "")).status(204);
            agrees(other, "Redis took 50 milliseconds for a command of the change");
            redis.wire().mend();
        }
    }

    /// The change falls between the last look of a reading and its row's arrival in Redis.
    void changesWhileAReadingStores(App other) {
        app.send(put(1, "Lamp 0", 0, "")).status(204);
        for (int i = 1; i <= 5; i++) {
            forgetsAll();
            redis.wire().delay("lamp " + (i - 1), 80);
            long asked = asked();
            var early = app.begin(lamp());
            until(() -> asked() > asked);
            other.send(put(1, "Lamp " + i, i, "")).status(204);
            early.reply().status(200);
            isAtRest();
            redis.wire().mend();
            agrees(
                    app,
                    "Redis took 80 milliseconds to store a row that had been read before the change");
        }
    }

    /// Begins a reading of the lamp whose row takes two seconds to come.
    Slow slowly() {
        long asked = asked();
        var early = readsSlowly();
        expect(
                until(() -> asked() > asked),
                "A product was asked for that is not in Redis, and no query went to the database.");
        pause(200);
        return new Slow(early);
    }

    /// As [#slowly()], when the change has begun and has not reached the database yet. What is on its way at the end is the change.
    Slow readsSlowlyDuringTheChange(Request change) {
        var hold = db.wire().hold(CHANGE);
        var changing = app.begin(change);
        until(() -> hold.arrived() > 0 || isAnswered(changing));
        readsSlowly();
        pause(200);
        hold.release();
        return new Slow(changing);
    }

    private Pending readsSlowly() {
        db.run("update product set description = repeat('x', 40000) where id = 1");
        db.wire().bandwidth(20_000);
        return app.begin(lamp());
    }

    /// A request on its way; the wire is mended at its end.
    final class Slow implements AutoCloseable {

        private final Pending pending;

        private Slow(Pending pending) {
            this.pending = pending;
        }

        Reply reply() {
            return pending.reply();
        }

        @Override
        public void close() {
            db.wire().mend();
        }
    }

    void everyKeyExpires(String when) {
        for (String key : keys()) {
            if (redis.query("exists", key).number() == 1) {
                redis.ttl(key)
                        .because("%s, and no key may stay for good".formatted(when))
                        .isPresent()
                        .because("%s, and 60 seconds are the longest for any key".formatted(when))
                        .isAtMost(MOST);
            }
        }
    }

    /// Breaks the connection to Redis at each command of a request in turn, and whenever it is sent again.
    void breaksAtEach(Request request, int status, String what) {
        forgetsAll();
        int before = commands();
        app.send(request).status(status);
        isAtRest();
        var sent = redis.wire().statements().each().subList(before, commands());
        for (String command : sent.stream().map(Shop::command).distinct().toList()) {
            isWarm();
            redis.run("flushall");
            redis.wire().reset("^" + command + " ");
            app.send(request).status(status);
            isAtRest();
            everyKeyExpires("the connection broke at `%s` of %s".formatted(command, what));
            redis.wire().mend();
        }
    }

    /// A command with its key: `expire product:1`.
    private static String command(Statement sent) {
        return sent.text().replaceFirst("(?s)^(\\S+(?:\\s\\S+)?).*", "$1");
    }
}
