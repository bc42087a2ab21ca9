package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both ends talk nonsense to each other through the wire, and each gets exactly what the other has sent. The seed stands in the
/// failure's message.
class GarbageOnTheWireTest {

    private static final List<byte[]> ASKED =
            List.of(
                    Bytes.ask(1, "{find: 'a', filter: {n: 1}}"),
                    Bytes.ask(2, "{insert: 'a', documents: [{_id: 1}]}"),
                    Bytes.legacyHello(3),
                    Bytes.packed(Bytes.ask(4, "{count: 'a'}"), 2),
                    Bytes.packed(Bytes.ask(5, "{count: 'a'}"), 9));

    private static final List<byte[]> ANSWERED =
            List.of(
                    Bytes.answer(1, "{cursor: {firstBatch: [{a: 1}], id: 0}, ok: 1}"),
                    Bytes.answer(2, "{n: 1, ok: 1}"),
                    Bytes.answer(7, "{ok: 0, errmsg: 'no', code: 59}"));

    @Test
    void everyByteArrives() throws Exception {
        int noted = 0;
        for (int seed = 1; seed <= 300; seed++) {
            noted += exchanged(seed, new Random(seed));
        }
        assertTrue(noted > 50, "what was passed on unread is said: " + noted);
    }

    /// One end says something sensible and then anything, and ends; the other hears all of it.
    private static int exchanged(int seed, Random random) throws Exception {
        try (var door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return exchanged(seed, random, door, wire(door));
        }
    }

    private static int exchanged(int seed, Random random, ServerSocket door, ServiceWire wire)
            throws Exception {
        try (var listener = new Listener(wire);
                var client = new Socket(InetAddress.getLoopbackAddress(), listener.port());
                var server = door.accept()) {
            client.setSoTimeout(20_000);
            server.setSoTimeout(20_000);
            told(client, ASKED.getFirst(), server);
            boolean ofClient = random.nextBoolean();
            byte[] said = speech(random, ofClient ? ASKED : ANSWERED);
            Socket from = ofClient ? client : server;
            from.getOutputStream().write(said);
            from.shutdownOutput();
            byte[] heard = (ofClient ? server : client).getInputStream().readAllBytes();
            assertArrayEquals(said, heard, "seed " + seed);
            return wire.notes().size();
        }
    }

    private static ServiceWire wire(ServerSocket door) {
        return new ServiceWire(
                new Endpoint(
                        "mongo",
                        door.getLocalSocketAddress(),
                        (host, port) -> host + port,
                        () -> true),
                new MongoProtocol());
    }

    private static void told(Socket from, byte[] bytes, Socket to) throws Exception {
        from.getOutputStream().write(bytes);
        assertArrayEquals(bytes, to.getInputStream().readNBytes(bytes.length));
    }

    /// Messages, some of them with bytes that were changed, lengths among them; and noise.
    private static byte[] speech(Random random, List<byte[]> messages) {
        var all = new ByteArrayOutputStream();
        for (int i = random.nextInt(4); i > 0; i--) {
            byte[] message = messages.get(random.nextInt(messages.size())).clone();
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt();
            }
            all.writeBytes(message);
        }
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        all.writeBytes(noise);
        return all.toByteArray();
    }
}
