package dev.backwright.academy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.backwright.academy.FakeJudge;
import dev.backwright.academy.Member;
import dev.backwright.academy.OpenAcademy;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Role;
import dev.backwright.academy.accounts.Scope;
import dev.backwright.academy.platform.Serving;
import dev.backwright.judge.Report.Outcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a real browser lets a page of another origin see of the academy: with a token what the setting says, and nothing else.
final class OriginsInABrowserTest {

    private static final String ASKS =
            """
            async ({ url, token }) => {
              try {
                const answer = await fetch(url, {
                  method: 'POST',
                  headers: { 'Authorization': `Bearer ${token}`, 'Content-Type': 'application/json' },
                  body: JSON.stringify({ query: '{ me { role } }' }),
                });
                return answer.headers.get('x-request-id') ? await answer.text() : 'no id';
              } catch (e) {
                return String(e);
              }
            }\
            """;

    @TempDir Path home;

    @Test
    void onlyAPageOfANamedOriginReadsWhatIsAnswered() throws Exception {
        var pages =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext(
                "/",
                exchange -> {
                    var page =
                            "<!doctype html><title>Elsewhere</title>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        pages.start();
        int port = pages.getAddress().getPort();
        var named = "http://localhost:" + port;
        var serving = new Serving("127.0.0.1", null, Duration.ZERO, Set.of(named), null);
        try (var academy = OpenAcademy.forMany(home, serving, new FakeJudge(it -> Outcome.PASSED));
                var member = Member.joined(academy, Role.LEARNER);
                var chromium = Chromium.open()) {
            var token =
                    academy.bean(ApiTokens.class)
                            .make(member.account(), "a page", Set.of(Scope.READ), 7, false);
            assertEquals(
                    "{\"data\":{\"me\":{\"role\":\"learner\"}}}",
                    asked(chromium, named, academy.url("/graphql"), token));
            assertTrue(
                    asked(chromium, "http://127.0.0.1:" + port, academy.url("/graphql"), token)
                            .contains("Failed to fetch"));
        } finally {
            pages.stop(0);
        }
    }

    private static String asked(Chromium chromium, String origin, String url, String token) {
        try (var sheet = chromium.sheet(Chromium.Look.LIGHT)) {
            sheet.page().navigate(origin);
            return String.valueOf(sheet.page().evaluate(ASKS, Map.of("url", url, "token", token)));
        }
    }
}
