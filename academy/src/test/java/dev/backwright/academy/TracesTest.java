package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Serving;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.judge.Report.Outcome;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// What a collector gets, which is one of ours and reads the protocol by its own description.
final class TracesTest {

    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TempDir Path home;

    private final List<Span> spans = new CopyOnWriteArrayList<>();

    @Test
    void requestsAndVerdictsAreSpans() throws Exception {
        var collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::take);
        collector.start();
        var url =
                URI.create(
                        "http://127.0.0.1:%d/v1/traces"
                                .formatted(collector.getAddress().getPort()));
        try (var academy = academy(url);
                var learner = Member.joined(academy, Role.LEARNER)) {
            var answer = learner.send(learner.request("/me").header("traceparent", PARENT));
            assertEquals(200, answer.statusCode());
            var page = awaited(it -> it.getName().equals("http get /me"));
            assertEquals("4bf92f3577b34da6a3ce929d0e0e4736", hex(page.getTraceId().toByteArray()));
            assertEquals("00f067aa0ba902b7", hex(page.getParentSpanId().toByteArray()));

            var taken =
                    learner.call(
                            "POST",
                            "/api/labs/javascript/closures/submissions",
                            "{\"files\":{\"a.js\":\"1\"}}");
            var id = JsonMapper.shared().readTree(taken.body()).path("id").asString("");
            var verdict = awaited(it -> it.getName().equals("judge"));
            assertEquals(id.replace("-", ""), hex(verdict.getTraceId().toByteArray()));
            var queued = awaited(it -> it.getName().equals("queued"));
            assertEquals(verdict.getSpanId(), queued.getParentSpanId());
            assertTrue(verdict.getEndTimeUnixNano() >= queued.getEndTimeUnixNano());
            assertFalse(spans.toString().contains("example.org"), "nobody's address");
        } finally {
            collector.stop(0);
        }
    }

    private OpenAcademy academy(URI collector) {
        return OpenAcademy.at(
                new Places(FakeJudge.COURSE, RealAcademy.TOOLBOX, home, TestDatabases.fresh())
                        .withSite(new Site(true, null))
                        .withServing(
                                new Serving("127.0.0.1", null, Duration.ZERO, Set.of(), collector)),
                new FakeJudge(it -> Outcome.PASSED));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var all = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            all.getResourceSpansList()
                    .forEach(it ->
                            it.getScopeSpansList()
                                    .forEach(each -> spans.addAll(each.getSpansList())));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private Span awaited(Predicate<Span> wanted) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            var found = spans.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("not among " + spans.stream().map(Span::getName).toList());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
