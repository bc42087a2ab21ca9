package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import dev.backwright.judge.Report.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An academy whose people come through a proxy with TLS: what it answers to, and what it tells their browsers.
final class BehindAProxyTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    @TempDir static Path home;

    private static OpenAcademy academy;

    @BeforeAll
    static void open() {
        academy =
                OpenAcademy.forMany(
                        home,
                        URI.create("https://learn.example"),
                        new FakeJudge(it -> Outcome.PASSED));
    }

    @AfterAll
    static void close() {
        academy.close();
    }

    @Test
    void itAnswersToItsOwnNameAlone() throws IOException {
        assertTrue(get("/sign-in", "learn.example").startsWith("HTTP/1.1 200"));
        var own = URI.create(academy.premises().solo().url()).getAuthority();
        assertTrue(get("/sign-in", own).startsWith("HTTP/1.1 421"));
        assertTrue(get("/sign-in", "evil.example").startsWith("HTTP/1.1 421"));
    }

    @Test
    void browsersKeepToTlsAndToThisHost() throws IOException {
        var page = get("/sign-in", "learn.example");
        assertTrue(page.contains("Strict-Transport-Security: max-age=31536000"), page);
        assertTrue(page.contains("Set-Cookie: __Host-backwright-csrf="), page);
        assertTrue(page.contains("; Secure; HttpOnly; SameSite=Lax"), page);
        assertTrue(page.contains("form-action 'self'"), page);
    }

    @Test
    void whoJoinsHasASessionOfThisHost() throws IOException {
        var token = academy.bean(Invitations.class).invite(null, Role.LEARNER, null, 1);
        var page = get("/join?token=" + token, "learn.example");
        var csrf = TOKEN.matcher(page);
        assertTrue(csrf.find(), page);
        var form =
                "token=%s&name=Ada&mail=%s&password=%s&_csrf=%s"
                        .formatted(
                                token,
                                "ada@example.org",
                                URLEncoder.encode(Member.PASSWORD, StandardCharsets.UTF_8),
                                csrf.group(1));
        var joined =
                exchange(
                        """
                        POST /join HTTP/1.1
                        Host: learn.example
                        Origin: https://learn.example
                        Cookie: __Host-backwright-csrf=%s
                        X-Forwarded-For: 203.0.113.7
                        X-Forwarded-Proto: https
                        Content-Type: application/x-www-form-urlencoded
                        Content-Length: %d
                        Connection: close

                        %s\
                        """
                                .formatted(csrf.group(1), form.length(), form));
        assertTrue(joined.startsWith("HTTP/1.1 303"), joined);
        assertTrue(joined.contains("Set-Cookie: __Host-backwright-session="), joined);
        assertEquals(1, joined.lines().filter(it -> it.startsWith("Location: ")).count());
        assertTrue(
                joined.lines().anyMatch(it -> it.startsWith("Location: ") && !it.contains("http:")),
                joined);
    }

    private static String get(String path, String host) throws IOException {
        return exchange(
                "GET %s HTTP/1.1\nHost: %s\nX-Forwarded-Proto: https\nConnection: close\n\n"
                        .formatted(path, host));
    }

    private static String exchange(String request) throws IOException {
        int port = academy.premises().solo().port().number();
        int end = request.indexOf("\n\n");
        var head = request.substring(0, end + 2).replace("\n", "\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((head + request.substring(end + 2)).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
