package dev.backwright.services.mysql;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.ServiceWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both ends talk nonsense to each other through the wire, and each gets exactly what the other has sent. The seed stands in the
/// failure's message.
class GarbageOnTheWireTest {

    private static final byte[] COMMANDS = {
        1, 2, 3, 4, 9, 10, 12, 14, 17, 18, 22, 23, 24, 25, 26, 27, 28, 31, 40, (byte) 0xfa
    };
    private static final byte[] ANSWERS = {0, 1, 2, 5, (byte) 0xfb, (byte) 0xfe, (byte) 0xff};

    /// A greeting with nothing in it that is taken out, so that bytes can be compared.
    private static byte[] greeting() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {10});
        out.writeBytes("8.4.0\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0});
        out.writeBytes(new byte[] {1, 2, 45, 2, 0, 1, 1, 21});
        out.writeBytes(new byte[10 + 13]);
        return packet(0, out.toByteArray());
    }

    private static byte[] login() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {1, 2, 1, 1});
        out.writeBytes(new byte[28]);
        out.writeBytes("lab\0\0".getBytes(StandardCharsets.US_ASCII));
        return packet(1, out.toByteArray());
    }

    private static byte[] packet(int sequence, byte[] payload) {
        byte[] all = new byte[4 + payload.length];
        all[0] = (byte) payload.length;
        all[1] = (byte) (payload.length >> 8);
        all[2] = (byte) (payload.length >> 16);
        all[3] = (byte) sequence;
        System.arraycopy(payload, 0, all, 4, payload.length);
        return all;
    }

    private static byte[] payload(Random random, byte[] kinds) {
        byte[] payload = new byte[random.nextInt(60)];
        random.nextBytes(payload);
        if (payload.length > 0 && random.nextInt(8) > 0) {
            payload[0] = kinds[random.nextInt(kinds.length)];
        }
        return payload;
    }

    /// What one end says: from nothing but noise to well-formed packets with any content, cut off anywhere.
    private static byte[] speech(Random random, byte[] first, byte[] kinds) {
        var out = new ByteArrayOutputStream();
        if (random.nextInt(4) > 0) {
            out.writeBytes(first);
            for (int i = random.nextInt(12); i > 0; i--) {
                out.writeBytes(packet(random.nextInt(3), payload(random, kinds)));
            }
        }
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        out.writeBytes(noise);
        return out.toByteArray();
    }

    @Test
    void everyByteArrives() throws Exception {
        int noted = 0;
        for (int seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            byte[] ofServer = speech(random, greeting(), ANSWERS);
            byte[] ofClient = speech(random, login(), COMMANDS);
            noted += exchanged(seed, ofServer, ofClient);
        }
        assertTrue(noted > 100, "what was passed on unread is said: " + noted);
    }

    private static int exchanged(int seed, byte[] ofServer, byte[] ofClient) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var wire =
                        new ServiceWire(
                                new Endpoint(
                                        "mysql",
                                        server.getLocalSocketAddress(),
                                        (host, port) -> host + port,
                                        () -> true),
                                Conversation::new);
                var listener = new Listener(wire);
                var client = new Socket(InetAddress.getLoopbackAddress(), listener.port());
                var accepted = server.accept()) {
            var heard = new byte[][] {{}, {}};
            Thread down = listening(client, ofServer.length, heard, 0);
            Thread up = listening(accepted, ofClient.length, heard, 1);
            accepted.getOutputStream().write(ofServer);
            client.getOutputStream().write(ofClient);
            down.join(20_000);
            up.join(20_000);
            assertArrayEquals(ofServer, heard[0], "to the client, seed " + seed);
            assertArrayEquals(ofClient, heard[1], "to the server, seed " + seed);
            return wire.notes().size();
        }
    }

    private static Thread listening(Socket socket, int bytes, byte[][] heard, int at)
            throws IOException {
        var stream = socket.getInputStream();
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        heard[at] = stream.readNBytes(bytes);
                    } catch (IOException ended) {
                        heard[at] = new byte[] {-1};
                    }
                });
    }

    @Test
    void aReaderFaultIsNeverMoreThanAnException() {
        for (int seed = 1; seed <= 3000; seed++) {
            var random = new Random(seed);
            var conversation = new Conversation(Ledger.blank());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> talk(random, conversation), "seed " + seed);
        }
    }

    private static void talk(Random random, Conversation conversation) throws NotUnderstood {
        conversation.answered(new Message(greeting(), 0));
        var login = new Message(login(), 0);
        conversation.arriving(login);
        conversation.sending(login, List.of());
        conversation.answered(new Message(packet(2, new byte[] {0, 0, 0, 2, 0, 0, 0}), 0));
        for (int i = 0; i < 30; i++) {
            boolean asks = random.nextBoolean();
            var message =
                    new Message(packet(0, payload(random, asks ? COMMANDS : ANSWERS)), 0);
            try {
                if (!asks) {
                    conversation.answered(message);
                } else if (conversation.arriving(message) instanceof Arrival.Goes(var begun)) {
                    conversation.sending(message, begun);
                }
            } catch (NotUnderstood | RuntimeException fault) {
                return;
            }
        }
    }

    @Test
    void whatWouldHideTheRestIsTakenOutOfBothEnds() throws Exception {
        byte[] all = greeting();
        int lower = 4 + 1 + 6 + 13;
        all[lower] = (byte) 0xff;
        all[lower + 1] = (byte) 0xff;
        all[lower + 5] = (byte) 0xff;
        all[lower + 6] = (byte) 0xff;
        var greeting = new Message(all, 0);
        var conversation = new Conversation(Ledger.blank());
        conversation.answered(greeting);
        var seen = greeting.bytes();
        assertEquals((byte) 0x5f, seen.get(lower), "no compression, no files");
        assertEquals((byte) 0xf7, seen.get(lower + 1), "no encryption");
        assertEquals((byte) 0xf1, seen.get(lower + 6), "no attributes, no zstd, rows with their names");
    }
}
