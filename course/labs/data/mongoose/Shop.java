package data.mongoose;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Json;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Reply;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// What a check does with the shop and its database.
record Shop(App app, Mongo db) {

    static final String LAMP = "0a0000000000000000000001";
    static final String BULB = "0a0000000000000000000002";
    static final String CATALOGUE = "0a0000000000000000000003";
    static final String ADA = "0c0000000000000000000001";
    static final String GRACE = "0c0000000000000000000002";
    static final String NOBODY = "0d0000000000000000000009";

    /// What a request may have in it; a schema may have more.
    private static final String SENT = "name|email|customer|lines(\\.\\d+\\.(product|quantity))?";

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
        reply.json("customer").is(ADA);
        reply.json("status").is("open");
        for (int i = 0; i < lines.size(); i++) {
            for (var field : lines.get(i).entrySet()) {
                reply.json("lines.%d.%s".formatted(i, field.getKey())).is(field.getValue());
            }
        }
        reply.json("lines." + lines.size()).isAbsent();
        reply.json("total").is(total);
    }

    void holdWrites(String collection) {
        for (String write : List.of("insert ", "update ", "findAndModify ")) {
            db.wire().hold("^" + write + collection).untilAll(2);
        }
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
}
