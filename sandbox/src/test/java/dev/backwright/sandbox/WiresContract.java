package dev.backwright.sandbox;

import static dev.backwright.sandbox.Given.bytes;
import static dev.backwright.sandbox.Given.outcome;
import static dev.backwright.sandbox.Given.script;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every sandbox promises about wires.
@Timeout(120)
interface WiresContract {

    Duration LONG = Duration.ofSeconds(30);

    Sandbox sandbox();

    @Test
    default void aServerIsReachedOverAnInwardWire() throws Exception {
        var launch =
                script(
                                "require('http').createServer((q, s) => s.end('hello ' + q.url)).listen(process.env.PORT)")
                        .withWires(new Wire.Inward("PORT"));
        try (var running = sandbox().start(launch)) {
            assertTrue(running.awaitListening("PORT", LONG), () -> running.output().err());
            for (int i = 0; i < 3; i++) {
                assertTrue(
                        exchange(
                                        running.connect("PORT"),
                                        "GET /"
                                                + i
                                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                .endsWith("hello /" + i));
            }
        }
    }

    @Test
    default void aClientReachesUsOverAnOutwardWire() throws Exception {
        var launch =
                script("fetch(process.env.URL + '/x').then(r => r.text()).then(console.log)")
                        .withWires(
                                new Wire.Outward(
                                        "URL",
                                        (host, port) -> "http://" + host + ":" + port,
                                        connection -> {
                                            var buffer = ByteBuffer.allocate(4096);
                                            while (!new String(
                                                            buffer.array(),
                                                            0,
                                                            buffer.position(),
                                                            StandardCharsets.UTF_8)
                                                    .contains("\r\n\r\n")) {
                                                connection.read(buffer);
                                            }
                                            connection.write(
                                                    ByteBuffer.wrap(
                                                            bytes(
                                                                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")));
                                        }));
        var seen = Given.run(sandbox(), launch);
        assertEquals("ok\n", seen.out(), seen.err());
    }

    @Test
    default void halfOfAConnectionMayEndBeforeTheOther() throws Exception {
        var launch =
                script(
                                """
                                require('net').createServer({allowHalfOpen: true}, s => {
                                  let all = ''; s.on('data', d => all += d).on('end', () => s.end('after the end: ' + all));
                                }).listen(process.env.PORT);
                                """)
                        .withWires(new Wire.Inward("PORT"));
        try (var running = sandbox().start(launch)) {
            assertTrue(running.awaitListening("PORT", LONG));
            assertEquals("after the end: ping", exchange(running.connect("PORT"), "ping"));
        }
    }

    /// What it wrote is on its way when it ends, and arrives, also at somebody who is slow to read.
    @Test
    default void whatAServerWroteBeforeItEndedArrives() throws Exception {
        int much = 500_000; // more than a socket of ours holds
        var launch =
                script(
                                """
                                require('net').createServer(s => s.once('data', () => {
                                  s.write('x'.repeat(%d), () => process.exit(3));
                                })).listen(process.env.PORT);
                                """
                                        .formatted(much))
                        .withWires(new Wire.Inward("PORT"));
        try (var running = sandbox().start(launch)) {
            assertTrue(running.awaitListening("PORT", LONG));
            try (var connection = running.connect("PORT")) {
                connection.write(ByteBuffer.wrap(bytes("ping")));
                assertEquals(new Outcome.Exited(3), outcome(running));
                Thread.sleep(100);
                int seen = Channels.newInputStream(connection).readAllBytes().length;
                assertEquals(much, seen);
            }
            assertThrows(IOException.class, () -> running.connect("PORT"));
        }
    }

    private static String exchange(SocketChannel channel, String request) throws IOException {
        try (channel) {
            channel.write(ByteBuffer.wrap(bytes(request)));
            channel.shutdownOutput();
            return new String(
                    Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    default void whoDoesNotListenIsNotAwaitedForEver() throws Exception {
        var wire = new Wire.Inward("PORT");
        try (var running = sandbox().start(script("setInterval(() => {}, 1e6)").withWires(wire))) {
            assertFalse(running.awaitListening("PORT", Duration.ofMillis(300)));
            assertThrows(IOException.class, () -> running.connect("PORT"));
        }
        try (var running = sandbox().start(script("").withWires(wire))) {
            assertFalse(running.awaitListening("PORT", LONG));
            assertEquals(new Outcome.Exited(0), outcome(running));
        }
    }
}
