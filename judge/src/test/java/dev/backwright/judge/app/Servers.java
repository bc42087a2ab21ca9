package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.app.tls.Identity;
import dev.backwright.judge.seen.Origin;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Servers for tests, in whichever sandbox.
interface Servers {

    Sandbox sandbox();

    /// Starts `server.js`, an ES module that is to listen on `process.env.PORT`.
    default LearnersApp app(String server) {
        return LearnersApp.start(boot(server), new Origin());
    }

    default Boot boot(String server, Wire... wires) {
        return boot(server, null, wires);
    }

    /// Starts `server.js`, which is to speak TLS.
    default LearnersApp tls(String server) {
        return LearnersApp.start(boot(server, Identity.make()), new Origin());
    }

    private Boot boot(String server, @Nullable Identity tls, Wire... wires) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(
                "package.json",
                bytes("{\"type\":\"module\",\"scripts\":{\"start\":\"node server.js\"}}"));
        files.put("server.js", bytes(server));
        Limits limits =
                Limits.STANDARD.withWall(Duration.ofSeconds(60)).withCpu(Duration.ofSeconds(30));
        return new Boot(sandbox(), files, limits, List.of(wires), Map.of(), tls);
    }

    /// A server of `node:http` with this body of `(req, res) => { … }`.
    default LearnersApp answering(String body) {
        return app(
                """
                import { createServer } from 'node:http';
                createServer(async (req, res) => {
                %s
                }).listen(process.env.PORT);
                """
                        .formatted(body));
    }

    /// An Express app: what is done with `app`.
    default LearnersApp express(String routes) {
        return app(
                """
                import express from 'express';
                const app = express();
                %s
                app.listen(process.env.PORT);
                """
                        .formatted(routes));
    }

    static List<Evidence.Http> exchanges(LearnersApp app) {
        return app.evidence().stream()
                .filter(Evidence.Http.class::isInstance)
                .map(Evidence.Http.class::cast)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
