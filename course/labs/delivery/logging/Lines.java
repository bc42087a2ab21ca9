package delivery.logging;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.LogEntries.Entry;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Lines of the log, which come a moment late.
final class Lines {

    private static final int PATIENCE = 4;

    private Lines() {}

    static List<Map<String, Object>> lines() {
        return List.of(Map.of("sku", "fern", "count", 0));
    }

    static Request order(String customer, String sku, int count) {
        String name = customer.replace("\"", "\\\"").replace("\n", "\\n");
        return Request.post("/orders")
                .body(
                        "application/json",
                        "{\"customer\":{\"name\":\"%s\"},\"lines\":[{\"sku\":\"%s\",\"count\":%d}]}"
                                .formatted(name, sku, count));
    }

    static String id(Reply reply) {
        Object id = reply.header("X-Request-Id").because("Each reply has its id").raw();
        expect(
                id instanceof String text && text.matches("[A-Za-z0-9._-]{8,64}"),
                "Each reply has a header X-Request-Id of 8 to 64 characters from A–Z a–z 0–9 . _ -; seen "
                        + reply.header("X-Request-Id"));
        return String.valueOf(id);
    }

    /// Waits for a line, seconds where the machine is busy.
    static void awaited(App app, String regex, String why) {
        for (int i = 0; i < PATIENCE; i++) {
            if (app.log().line(regex).raw() != null) {
                return;
            }
        }
        app.log().line(regex).because(why).isPresent();
    }

    /// Waits for the line about this request, which is the last one most requests have.
    static void awaitedAccess(App app, String id) {
        awaitedAccess(
                app, id, "Lines written for the request of this id; one of them has its `method`");
    }

    /// As above; `why` begins the message.
    static void awaitedAccess(App app, String id, String why) {
        String quoted = Pattern.quote("\"" + id + "\"");
        String regex = "^(?=.*\"reqId\":\\s*%s)(?=.*\"method\":)".formatted(quoted);
        for (int i = 0; i < PATIENCE; i++) {
            if (app.log().line(regex).raw() != null) {
                return;
            }
        }
        app.log().entries().where("reqId", id).count().because(why).isAtLeast(1);
        throw new Unmet(
                "Expected a line with `method` and the `reqId` \"%s\", the id of the reply; seen none."
                        .formatted(id));
    }

    /// All lines of a request.
    static List<Entry> of(App app, String id) {
        return app.log().entries().where("reqId", id).each();
    }

    /// How many lines about it as a whole a request has.
    static Seen access(App app, String id, String method) {
        return app.log().entries().where("reqId", id).where("method", method).count();
    }

    /// The only line with this message.
    static Entry said(App app, String message) {
        List<Entry> found = new ArrayList<>();
        for (var each : app.log().entries().each()) {
            if (message.equals(each.message().raw())) {
                found.add(each);
            }
        }
        expect(
                found.size() == 1,
                "Expected one line with the message `%s`; seen %d"
                        .formatted(message, found.size()));
        return found.getFirst();
    }

    static List<String> unsafeIds() {
        var all =
                new ArrayList<>(List.of("short-1", "l".repeat(65), "two words", "caf\u00e9-12345"));
        "\"'\\{}[]^`,;:/".chars().forEach(c -> all.add("order" + (char) c + "1234"));
        return all;
    }
}
