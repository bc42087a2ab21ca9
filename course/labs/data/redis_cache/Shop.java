package data.redis_cache;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Redis;
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
    static final String PRODUCT = "from product";

    private static final int MOST = 60;

    static Request put(int id, String name, int price, String description) {
        return Request.of("PUT", "/products/" + id)
                .body(
                        "application/json",
                        "{\"name\": \"%s\", \"price\": %d, \"description\": \"%s\"}"
                                .formatted(name, price, description));
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
    void isAtRest() {
        int before;
        int rounds = 0;
        do {
            before = commands();
            pause(100);
        } while (commands() > before && ++rounds < 20);
    }

    /// How often the database was asked about products.
    long asked() {
        return queries().size();
    }

    private List<Statement> queries() {
        return db.wire().statements().matching(PRODUCT).each();
    }

    /// Whether an answer came without a query.
    private boolean isHit(App process, String target, int status) {
        long asked = asked();
        process.get(target).status(status);
        return asked() == asked;
    }

    /// Redis may be late now and then on a busy machine. Then the database is asked, and rightly.
    void isServedFromRedis(App process, String because) {
        long hits =
                IntStream.rangeClosed(1, 3)
                        .filter(id -> isHit(process, "/products/" + id, 200))
                        .count();
        expect(
                hits >= 2,
                "Products 1, 2 and 3 were asked for, and %s, so the database is not asked again; %d of them made a query."
                        .formatted(because, 3 - hits));
    }

    /// Holds when what was read is still there after so many seconds, in one of three attempts.
    void isKept(String target, int status, int seconds) {
        boolean kept = false;
        for (int i = 0; i < 3 && !kept; i++) {
            forgetsAll();
            app.get(target).status(status);
            isAtRest();
            passes(seconds);
            kept = isHit(app, target, status);
        }
        expect(
                kept,
                "GET %s, and again %d seconds later: the database is not asked again; there was another query."
                        .formatted(target, seconds));
    }

    void isFound(String target, String because) {
        int code = app.get(target).code();
        expect(code == 200, "%s: %s; expected 200, seen %d".formatted(target, because, code));
    }

    /// As if so many seconds went by in Redis.
    void passes(int seconds) {
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

    /// Redis takes its time with the first command of a change. Whoever answers before it is done is overtaken.
    void answersAfterForgetting(App other) {
        forgetsAll();
        app.get("/products/1").status(200);
        isAtRest();
        int before = commands();
        app.send(put(1, "Lamp 0", 0, "")).status(204);
        isAtRest();
        var sent = redis.wire().statements().each().subList(before, commands());
        for (int i = 1; i <= 5 && !sent.isEmpty(); i++) {
            app.get("/products/1").status(200);
            isAtRest();
            redis.wire().delay("^" + command(sent.getFirst()).replaceFirst("\\s.*", "") + " ", 50);
            app.send(put(1, "Lamp " + i, i, "")).status(204);
            other.get("/products/1")
                    .status(200)
                    .json("name")
                    .because(
                            "Redis took 50 milliseconds for a command of the change, and this was asked after the change had been answered")
                    .is("Lamp " + i);
            redis.wire().mend();
        }
    }

    void oneQueryFor(String target, int status) {
        long asked = asked();
        db.wire().hold(PRODUCT).untilAll(2);
        app.together(20).get(target).allStatus(status);
        db.wire().mend();
        db.wire()
                .statements()
                .matching(PRODUCT)
                .count()
                .because(
                        "20 requests for %s came at the same time, one query (and %d before) will do"
                                .formatted(target, asked))
                .is(asked + 1);
    }

    void usesRedisAgain() {
        boolean again =
                until(() -> {
                    app.get("/products/3").status(200);
                    pause(80);
                    return isHit(app, "/products/3", 200);
                });
        expect(
                again,
                "Redis can be reached again for ten seconds, and products are still read from the database only.");
    }
}
