package data.mongoose_documents;

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
    static final String ADA = "0c0000000000000000000001";
    static final String GRACE = "0c0000000000000000000002";
    static final String NOBODY = "0d0000000000000000000009";

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

    private static Json order(String customer, List<Map<String, Object>> lines) {
        return json("customer", customer, "lines", lines);
    }

    /// Of two lamps and a bulb; what it is told of the customer is asked by name.
    static void isAdasOrder(Reply reply, String id, String name) {
        reply.json("id").is(id);
        reply.json("version").isAtLeast(0);
        reply.json("customer.id").is(ADA);
        reply.json("customer.name").is(name);
        reply.json("lines.0.product").is(LAMP);
        reply.json("lines.0.name").is("Desk lamp");
        reply.json("lines.0.price").is(4900);
        reply.json("lines.0.quantity").is(2);
        reply.json("lines.1.product").is(BULB);
        reply.json("lines.2").isAbsent();
        reply.json("total").is(10050);
    }

    /// @param fields those that are wrong
    void refusesChange(String target, Json body, String... fields) {
        var reply = app.patch(target, body).status(422);
        var seen = new TreeSet<String>();
        if (reply.json("fields").raw() instanceof List<?> named) {
            named.stream()
                    .map(String::valueOf)
                    .filter(it -> it.matches("status|note"))
                    .forEach(seen::add);
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
        return app.patch(target, json("version", version(target), field, value)).status(200);
    }

    long version(String target) {
        return app.get(target).status(200).json("version").number();
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

    /// Each of them twice: once a lamp and two bulbs, and once three bulbs.
    void twoOrdersOfEach(List<String> customers) {
        customers.forEach(each -> places(each, List.of(line(LAMP, 1), line(BULB, 2))));
        customers.forEach(each -> places(each, List.of(line(BULB, 3))));
    }

    /// @param first what the first of them is called now
    void listsTwoOrdersOfEach(List<String> customers, String first) {
        int count = customers.size() * 2;
        var list = app.get("/orders").status(200);
        int lamps = 0;
        var seen = new TreeSet<String>();
        for (int i = 0; i < count; i++) {
            seen.add(list.json(i + ".id").matches("^[0-9a-f]{24}$").text());
            list.json(i + ".status").is("open");
            long total = list.json(i + ".total").isOneOf(5400, 750).number();
            lamps += total == 5400 ? 1 : 0;
            int nr = customers.indexOf(list.json(i + ".customer.id").text());
            list.json(i + ".customer.name").is(nr == 0 ? first : "Nr. " + nr);
        }
        list.json(String.valueOf(count)).isAbsent();
        expect(seen.size() == count, "Each order is in the list once.");
        expect(lamps * 2 == count, "Half of the totals are 5400, seen " + lamps);
    }

    void listsTwoOrdersOf(String customer) {
        var seen = app.get("/customers/" + customer).status(200);
        seen.json("id").is(customer);
        seen.json("orders.0.id").matches("^[0-9a-f]{24}$");
        seen.json("orders.0.status").is("open");
        long first = seen.json("orders.0.total").isOneOf(5400, 750).number();
        seen.json("orders.1.total").is(first == 750 ? 5400 : 750);
        seen.json("orders.2").isAbsent();
    }

    /// At most two.
    void asksTwice(String target, String what) {
        int before = statements().size();
        app.get(target).status(200);
        int seen = statements().size() - before;
        expect(
                seen <= 2,
                "%s: %d statements went to the database, 2 are enough".formatted(what, seen));
    }

    private List<Statement> statements() {
        return db.wire().statements().matching("").each().stream()
                .filter(it -> !it.text().startsWith("getMore"))
                .toList();
    }

    void placesWithOneWrite(String customer) {
        long before = writes();
        places(customer, lines(2));
        long written = writes() - before;
        expect(
                written == 1,
                "Placing an order writes the order and nothing else; seen %d writes."
                        .formatted(written));
    }

    private long writes() {
        return kindsOfWrite().stream()
                .mapToLong(each -> db.wire().statements().matching("^" + each).each().size())
                .sum();
    }

    void racesForOneVersion(String target, long version) {
        kindsOfWrite().forEach(write -> db.wire().hold("^" + write + "orders").untilAll(2));
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
        seen.json("status").is(shipped ? "shipped" : "open");
        seen.json("note").is(noted ? "gift" : "");
        changes(target, "note", "last").json("note").is("last");
    }

    private Pending begins(String target, String body) {
        return app.begin(Request.of("PATCH", target).body("application/json", body));
    }
}
