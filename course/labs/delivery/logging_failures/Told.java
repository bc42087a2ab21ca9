package delivery.logging_failures;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.LogEntries.Entry;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import java.util.List;
import java.util.regex.Pattern;

/// What the log says, a moment later.
final class Told {

    private static final String ID = "X-Request-Id";
    private static final int PATIENCE = 4;

    private Told() {}

    /// Waits for a line, seconds where the machine is busy.
    static void awaited(App app, String regex) {
        for (int i = 0; i < PATIENCE; i++) {
            if (app.log().line(regex).raw() != null) {
                return;
            }
        }
        app.log().line(regex).isPresent();
    }

    /// Sends a request whose errors are answered as ever, and waits for its line.
    ///
    /// @return all lines that have its id
    static List<Entry> about(App app, Request request, int status) {
        Reply reply = app.send(request).status(status);
        reply.json("error").because("Replies stay as they are").isPresent();
        String id = id(reply);
        awaited(app, "^(?=.*\"reqId\":\\s*\"" + Pattern.quote(id) + "\")(?=.*\"method\":)");
        return app.log().entries().where("reqId", id).each();
    }

    /// The line whose `err` has this message, of a request that fails.
    static Entry named(App app, Request request, int status, String message) {
        var all = about(app, request, status);
        var found =
                all.stream()
                        .filter(each ->
                                String.valueOf(each.at("err.message").raw()).contains(message))
                        .toList();
        expect(
                !found.isEmpty(),
                "%s fails: expected a line with its `reqId` and a field `err` whose `message` is `%s`; seen none among its %d lines"
                        .formatted(request.target(), message, all.size()));
        return found.getFirst();
    }

    /// Those that are about an error: they have `err`, or are at `error` and not about the request as a whole.
    static List<Entry> ofErrors(List<Entry> lines) {
        return lines.stream()
                .filter(each ->
                        each.at("err").raw() != null
                                || ("error".equals(each.level().raw())
                                        && each.at("method").raw() == null))
                .toList();
    }

    /// How many lines about it as a whole a request has.
    static Seen count(App app, Reply reply, String method) {
        return app.log().entries().where("reqId", id(reply)).where("method", method).count();
    }

    static Seen ended(App app, String path) {
        try {
            return app.exit();
        } catch (Unmet late) {
            throw new Unmet(
                    "After %s the process ends, whoever is connected, here a client that has sent half a request. %s"
                            .formatted(path, late.getMessage()),
                    late.evidence());
        }
    }

    private static String id(Reply reply) {
        Seen id = reply.header(ID).because("Each reply has its id, as before");
        id.matches("^[A-Za-z0-9._-]{8,64}$");
        return String.valueOf(id.raw());
    }
}
