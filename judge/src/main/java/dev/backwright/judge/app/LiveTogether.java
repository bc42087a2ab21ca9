package dev.backwright.judge.app;

import dev.backwright.checks.App.Replies;
import dev.backwright.checks.App.Together;
import dev.backwright.checks.Json;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// Sends requests at the same time.
///
/// @param sending what sends them
record LiveTogether(int n, Function<List<Request>, Replies> sending) implements Together {

    @Override
    public Replies send(Request request) {
        return sending.apply(Collections.nCopies(n, request));
    }

    @Override
    public Replies post(String target, Json... bodies) {
        if (bodies.length != 1 && bodies.length != n) {
            throw new IllegalArgumentException(
                    "together(%d) takes one body or %d, got %d".formatted(n, n, bodies.length));
        }
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            requests.add(Asking.json("POST", target, bodies[i % bodies.length]));
        }
        return sending.apply(requests);
    }
}
