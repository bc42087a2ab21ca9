package dev.backwright.services.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The seed stands in the failure's message.
class GarbageOnTheWireTest extends WireTest {

    private static final String TYPES = "QPBEDCSHFXdcfp";
    private static final String ANSWERS = "RSKZTDCIEN123sntAGHWdcVv";

    @Test
    void garbageEndsItsConnectionAndNothingElse() throws Exception {
        for (int seed = 1; seed <= 60; seed++) {
            send(seed, garbage(new Random(seed), seed % 3));
        }
        assertFalse(wire.notes().isEmpty(), "what was passed on unread is said");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("update account set balance = 3 where id = 1"));
            assertEquals(1, wire.openConnections());
        }
        assertEquals(1, matching("update account").size());
    }

    private void send(int seed, byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the wire hangs with seed " + seed, e);
        } catch (IOException reset) {
            assertFalse(String.valueOf(reset.getMessage()).isEmpty(), "a reset is an end, too");
        }
    }

    private byte[] garbage(Random random, int kind) {
        var buffer = ByteBuffer.allocate(4096);
        if (kind > 0) {
            opening(buffer);
        }
        for (int i = random.nextInt(8); kind == 2 && i >= 0; i--) {
            message(random, buffer, TYPES);
        }
        byte[] noise = new byte[random.nextInt(1, 600)];
        random.nextBytes(noise);
        buffer.put(noise);
        byte[] all = new byte[random.nextInt(1, buffer.position() + 1)];
        buffer.flip().get(all);
        return all;
    }

    private void opening(ByteBuffer buffer) {
        byte[] parameters =
                ("user\0" + db.login().role() + "\0\0").getBytes(StandardCharsets.UTF_8);
        buffer.putInt(8 + parameters.length).putInt(196_608).put(parameters);
    }

    private static void message(Random random, ByteBuffer buffer, String types) {
        byte[] body = new byte[random.nextInt(60)];
        random.nextBytes(body);
        buffer.put((byte) types.charAt(random.nextInt(types.length())))
                .putInt(4 + body.length)
                .put(body);
    }

    @Test
    void aReaderFaultIsNeverMoreThanAnException() {
        for (int seed = 1; seed <= 3000; seed++) {
            var random = new Random(seed);
            var conversation = begun();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20), () -> talk(random, conversation), "seed " + seed);
        }
    }

    private static Conversation begun() {
        var conversation = new Conversation(Ledger.blank());
        var startup = new Message(ByteBuffer.allocate(8).putInt(8).putInt(196_608).array(), 0);
        try {
            conversation.arriving(startup);
        } catch (NotUnderstood e) {
            throw new AssertionError(e);
        }
        conversation.sending(startup, List.of());
        return conversation;
    }

    private static void talk(Random random, Conversation conversation) {
        for (int i = 0; i < 30; i++) {
            var buffer = ByteBuffer.allocate(100);
            boolean asks = random.nextBoolean();
            message(random, buffer, asks ? TYPES : ANSWERS);
            byte[] bytes = new byte[buffer.position()];
            buffer.flip().get(bytes);
            var message = new Message(bytes, 0);
            try {
                if (asks) {
                    if (conversation.arriving(message) instanceof Arrival.Goes(var begun)) {
                        conversation.sending(message, begun);
                    } else {
                        conversation.sending(message, List.of());
                    }
                } else {
                    conversation.answered(message);
                }
            } catch (NotUnderstood | RuntimeException fault) {
                return;
            }
        }
    }
}
