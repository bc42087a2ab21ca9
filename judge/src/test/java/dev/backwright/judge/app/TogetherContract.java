package dev.backwright.judge.app;

import static dev.backwright.checks.Json.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface TogetherContract extends Servers {

    /// Nobody is answered before all 24 are there: one after the other they would never end.
    @Test
    default void allRequestsAreUnderWayBeforeAnyIsAnswered() {
        try (var app =
                answering(
                        """
                        globalThis.waiting ??= [];
                        waiting.push(res);
                        if (waiting.length === 24) waiting.forEach((each) => each.end('ok'));
                        """)) {
            app.together(24).get("/").allStatus(200).count(200).is(24);
            List<Integer> connections =
                    Servers.exchanges(app).stream()
                            .map(Evidence.Http::via)
                            .map(via -> via == null ? 0 : via.connection())
                            .sorted()
                            .toList();
            assertEquals(IntStream.rangeClosed(1, 24).boxed().toList(), connections);
        }
    }

    @Test
    default void eachRequestHasTheBodyItWasGiven() {
        try (var app = answering("req.pipe(res.writeHead(200));")) {
            var replies = app.together(2).post("/", json("n", 1), json("n", 2)).each();
            assertEquals(1, replies.get(0).json("n").number());
            assertEquals(2, replies.get(1).json("n").number());
        }
    }

    @Test
    default void aFailureComesWithTheExchangeItIsAbout() {
        try (var app = answering("res.end(req.method === 'POST' ? 'a' : 'b');")) {
            var first = app.post("/first", json("n", 1));
            var then = app.get("/then");
            var about = assertThrows(Unmet.class, () -> first.header("X-Id").is("7")).evidence();
            assertEquals(List.of(Servers.exchanges(app).getFirst()), about);
            about = assertThrows(Unmet.class, () -> then.status(404)).evidence();
            assertEquals(List.of(Servers.exchanges(app).getLast()), about);
        }
    }
}
