package delivery.logging;

import dev.backwright.checks.App;
import dev.backwright.checks.LogEntries.Entry;
import dev.backwright.checks.Reply;
import java.util.List;

/// What the lab on logging looks for in a learner's log, for ours.
public final class RequestLines {

    private RequestLines() {}

    /// The id of a reply, which has to be there and to be safe.
    public static String id(Reply reply) {
        return Lines.id(reply);
    }

    /// The one line about a request as a whole, waited for.
    public static Entry of(App app, String id, String method) {
        Lines.awaitedAccess(app, id);
        Lines.access(app, id, method).because("One line for each request").is(1);
        return app.log().entries().where("reqId", id).where("method", method).only();
    }

    public static List<String> unsafeIds() {
        return Lines.unsafeIds();
    }
}
