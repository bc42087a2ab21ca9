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

    /// From nothing but noise to well-formed packets with any content, cut off anywhere.
    private static byte[] speech(Random random, byte[] kinds) {
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            out.writeBytes(packet(random.nextInt(3), payload(random, kinds)));
        }
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        out.writeBytes(noise);
        return out.toByteArray();
    }

    @Test
    void everyByteArrives() throws Exception {
        int noted = 0;
        for (int seed = 1; seed <= 400; seed++) {
            noted += exchanged(seed, new Random(seed));
        }
        assertTrue(noted > 50, "what was passed on unread is said: " + noted);
    }

    /// After a login, or without one, one end says anything and ends; the other hears all of it.
    private static int exchanged(int seed, Random random) throws Exception {
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
            client.setSoTimeout(20_000);
            accepted.setSoTimeout(20_000);
            if (random.nextInt(4) > 0) {
                told(accepted, greeting(), client);
                told(client, login(), accepted);
                told(accepted, packet(2, new byte[] {0, 0, 0, 2, 0, 0, 0}), client);
            }
            boolean ofClient = random.nextBoolean();
            byte[] said = speech(random, ofClient ? COMMANDS : ANSWERS);
            Socket from = ofClient ? client : accepted;
            from.getOutputStream().write(said);
            from.shutdownOutput();
            byte[] heard = (ofClient ? accepted : client).getInputStream().readAllBytes();
            assertArrayEquals(said, heard, "seed " + seed);
            return wire.notes().size();
        }
    }

    private static void told(Socket from, byte[] bytes, Socket to) throws IOException {
        from.getOutputStream().write(bytes);
        assertArrayEquals(bytes, to.getInputStream().readNBytes(bytes.length));
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
            var message = new Message(packet(0, payload(random, asks ? COMMANDS : ANSWERS)), 0);
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
        assertEquals(
                (byte) 0xf1, seen.get(lower + 6), "no attributes, no zstd, rows with their names");
    }
}
