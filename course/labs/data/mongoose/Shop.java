package data.mongoose;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Json;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Pending;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Wire.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What a check does with the shop and its database.
record Shop(App app, Mongo db) {

    static final String LAMP = "0a0000000000000000000001";
    static final String BULB = "0a0000000000000000000002";
    static final String CATALOGUE = "0a0000000000000000000003";
    static final String ADA = "0c0000000000000000000001";
    static final String GRACE = "0c0000000000000000000002";
    static final String NOBODY = "0d0000000000000000000009";

    /// What a request may have in it; a schema may have more.
    private static final String SENT =
            "name|email|customer|status|note|lines(\\.\\d+\\.(product|quantity))?";

    /// How a driver may send a write.
    private static List<String> kindsOfWrite() {
        return List.of("insert ", "update ", "findAndModify ");
    }

    static Map<String, Object> line(String product, Object quantity) {
        return Map.of("product", product, "quantity", quantity);
    }

    static List<Map<String, Object>> lines(int count) {
        return Collections.nCopies(count, line(BULB, 1));
    }

    static Json order(String customer, List<Map<String, Object>> lines) {
        return json("customer", customer, "lines", lines);
    }

    static Map<String, Object> bought(String product, String name, int price, int quantity) {
        return Map.of("product", product, "name", name, "price", price, "quantity", quantity);
    }

    /// A line may say more than it has to.
    static void isOrder(Reply reply, String id, List<Map<String, Object>> lines, int total) {
        reply.json("id").is(id);
        for (int i = 0; i < lines.size(); i++) {
            for (var field : lines.get(i).entrySet()) {
                reply.json("lines.%d.%s".formatted(i, field.getKey())).is(field.getValue());
            }
        }
        reply.json("lines." + lines.size()).isAbsent();
        reply.json("total").is(total);
    }

    static void holdWrites(Mongo db, String collection) {
        kindsOfWrite().forEach(write -> db.wire().hold("^" + write + collection).untilAll(2));
    }

    /// @param fields those that are wrong
    void refuses(String target, Json body, String... fields) {
        names(app.post(target, body).status(422), fields);
    }

    void refusesChange(String target, Json body, String... fields) {
        names(app.patch(target, body).status(422), fields);
    }

    private static void names(Reply reply, String... fields) {
        var seen = new TreeSet<String>();
        if (reply.json("fields").raw() instanceof List<?> named) {
            named.stream().map(String::valueOf).filter(it -> it.matches(SENT)).forEach(seen::add);
        }
        var expected = new TreeSet<>(List.of(fields));
        expect(
                expected.equals(seen),
                "`fields` names each field of the request that is wrong, and none that is right: expected %s, seen %s."
                        .formatted(expected, seen));
    }

    String places(String customer, List<Map<String, Object>> lines) {
        return "/orders/"
                + app.post("/orders", order(customer, lines)).status(201).json("id").text();
    }

    /// With the version that the order has now.
    Reply changes(String target, String field, Object value) {
        long version = app.get(target).status(200).json("version").number();
        return app.patch(target, json("version", version, field, value)).status(200);
    }

    static void hasStates(Reply order, String... states) {
        for (int i = 0; i < states.length; i++) {
            order.json("history.%d.status".formatted(i)).is(states[i]);
            order.json("history.%d.at".formatted(i)).matches("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$");
        }
        order.json("history." + states.length)
                .because(
                        "the status has changed %d times, the first one included"
                                .formatted(states.length))
                .isAbsent();
    }

    List<String> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        app.post(
                                        "/customers",
                                        json("name", "Nr. " + i, "email", i + "@example.org"))
                                .status(201)
                                .json("id")
                                .text())
                .toList();
    }

    int count(String pattern, Runnable visit) {
        int before = sent(pattern).size();
        visit.run();
        return sent(pattern).size() - before;
    }

    private List<Statement> sent(String pattern) {
        return db.wire().statements().matching(pattern).each();
    }

    static void atMost(long most, long seen, String what) {
        expect(
                seen <= most,
                "%s: %d statements went to the database, %d are enough"
                        .formatted(what, seen, most));
    }

    /// The first six are of a lamp and two bulbs, the other six of three bulbs.
    void listsAll(int count, List<String> customers) {
        var list = app.get("/orders").status(200);
        int lamps = 0;
        for (int i = 0; i < count; i++) {
            list.json(i + ".id").matches("^[0-9a-f]{24}$");
            list.json(i + ".status").is("open");
            long total = list.json(i + ".total").isOneOf(5400, 750).number();
            lamps += total == 5400 ? 1 : 0;
            int nr = customers.indexOf(list.json(i + ".customer.id").text());
            list.json(i + ".customer.name").is("Nr. " + nr);
        }
        list.json(String.valueOf(count)).isAbsent();
        expect(lamps == count / 2, "Six of the totals are 5400, seen " + lamps);
    }

    void listsOrdersOf(String customer) {
        var seen = app.get("/customers/" + customer).status(200);
        seen.json("orders.0.id").matches("^[0-9a-f]{24}$");
        seen.json("orders.0.status").is("open");
        long first = seen.json("orders.0.total").isOneOf(5400, 750).number();
        seen.json("orders.1.total").is(first == 750 ? 5400 : 750);
        seen.json("orders.2").isAbsent();
    }

    void placesInFew(String customer) {
        long all = sent("").size();
        long writes = writes();
        app.post("/orders", order(customer, lines(20))).status(201);
        atMost(4, sent("").size() - all, "POST /orders with 20 lines");
        long written = writes() - writes;
        expect(
                written == 1,
                "Placing an order writes the order and nothing else; seen %d writes."
                        .formatted(written));
    }

    private long writes() {
        return kindsOfWrite().stream().mapToLong(each -> sent("^" + each).size()).sum();
    }

    void racesForOneVersion(String target, long version) {
        holdWrites(db, "orders");
        var one = begins(target, "{\"version\": %d, \"status\": \"shipped\"}".formatted(version));
        var other = begins(target, "{\"version\": %d, \"note\": \"gift\"}".formatted(version));
        boolean shipped = one.reply().status(200, 409).code() == 200;
        boolean noted = other.reply().status(200, 409).code() == 200;
        db.wire().mend();
        expect(
                shipped != noted,
                "Two changes of version %d came at the same time, and %s was made; one is to be made, and the other to be refused with 409."
                        .formatted(version, shipped ? "each" : "neither"));
        var seen = app.get(target).status(200);
        seen.json("status").is(shipped ? "shipped" : "paid");
        seen.json("note").is(noted ? "gift" : "");
        changes(target, "note", "last").json("note").is("last");
    }

    private Pending begins(String target, String body) {
        return app.begin(Request.of("PATCH", target).body("application/json", body));
    }
}
