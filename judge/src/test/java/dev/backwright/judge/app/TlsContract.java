package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.checks.Unmet;
import dev.backwright.judge.app.tls.Identity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

interface TlsContract extends Servers {

    String BOTH =
            """
            import { readFileSync } from 'node:fs';
            import { createServer as http } from 'node:http';
            import { createServer as https } from 'node:https';
            const options = {
              key: readFileSync(process.env.TLS_KEY_FILE),
              cert: readFileSync(process.env.TLS_CERT_FILE),
              minVersion: 'TLSv1.3',
            };
            https(options, (req, res) => {
              res.writeHead(200, {
                'strict-transport-security': 'max-age=31536000',
                'set-cookie': 'sid=1; Secure; HttpOnly',
              });
              if (req.url === '/slow') return void setTimeout(() => res.end('late\\n'), 20);
              res.end(`${req.method} ${req.url} ${req.headers.cookie ?? ''}`);
            }).listen(process.env.HTTPS_PORT);
            http((req, res) => {
              res.writeHead(308, { location: `https://localhost:${process.env.HTTPS_PORT}${req.url}` }).end();
            }).listen(process.env.PORT);
            """;

    @Test
    default void aServerIsAskedThroughTls() {
        try (var app = tls(BOTH)) {
            app.tls().get("/a").status(200).header("Strict-Transport-Security").isPresent();
            app.get("/b?c=d").status(308).follow().status(200).body().is("GET /b?c=d ");
            var ann = app.tls().visitor();
            ann.get("/").body().is("GET / ");
            ann.get("/").body().is("GET / sid=1");
            try (var lines = app.tls().stream("/slow")) {
                lines.line().is("late");
                lines.ended().is(true);
            }
            var handshake = app.tls().handshake();
            handshake.protocol().is("TLSv1.3");
            handshake.cipher().matches("^TLS_");
            handshake.names().is(List.of("localhost", "127.0.0.1"));
            assertEquals(
                    "Expected a handshake for TLSv1.2; the server refused to shake hands for TLS"
                            + " (protocol_version).",
                    assertThrows(Unmet.class, () -> app.tls().handshake("TLSv1.2")).getMessage());
            try (var clear = app.tls().connect()) {
                clear.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                clear.until("HTTP/1.1 200").isAbsent();
                clear.closed().is(true);
            }
            var seen = Servers.exchanges(app);
            assertTrue(seen.getFirst().via() != null && seen.getFirst().via().tls());
            assertTrue(seen.getFirst().repeat().contains("https://localhost:$HTTPS_PORT"));
            app.restart();
            app.tls().get("/").status(200);
        }
    }

    /// With somebody else's certificate. In the clear after `/plain`.
    String STRANGER =
            """
            import { createServer as http } from 'node:http';
            import { createServer as https } from 'node:https';
            const key = `%s`;
            const cert = `%s`;
            const server = https({ key, cert }, (req, res) => res.end()).listen(process.env.HTTPS_PORT);
            http((req, res) => {
              if (req.url === '/plain') {
                server.close();
                http((req, res) => res.end()).listen(process.env.HTTPS_PORT, () => res.end());
              } else {
                res.end();
              }
            }).listen(process.env.PORT);
            """;

    @Test
    default void aServerThatIsNotWhoItShouldBeFailsTheCheck() {
        var other = Identity.make();
        String server =
                STRANGER.formatted(text(other, ".tls/key.pem"), text(other, ".tls/cert.pem"));
        try (var app = tls(server)) {
            String stranger =
                    "showed a certificate that was not signed by the authority in TLS_CA_FILE";
            assertEquals(
                    "GET /: expected an answer; the server " + stranger + ".",
                    assertThrows(Unmet.class, () -> app.tls().get("/")).getMessage());
            assertEquals(
                    "Expected a handshake for TLSv1.3 or TLSv1.2; the server " + stranger + ".",
                    assertThrows(Unmet.class, () -> app.tls().handshake()).getMessage());
            app.get("/plain").status(200);
            assertEquals(
                    "GET /: expected an answer; the server does not speak TLS on that port.",
                    assertThrows(Unmet.class, () -> app.tls().get("/")).getMessage());
            assertThrows(IllegalArgumentException.class, () -> app.tls().handshake("SSLv3"));
        }
    }

    private static String text(Identity identity, String file) {
        return new String(
                Objects.requireNonNull(identity.files().get(file)), StandardCharsets.US_ASCII);
    }

    @Test
    default void whoHasNoTlsHasNone() {
        try (var app = answering("res.end();")) {
            assertThrows(IllegalStateException.class, () -> app.tls().get("/"));
        }
    }
}
