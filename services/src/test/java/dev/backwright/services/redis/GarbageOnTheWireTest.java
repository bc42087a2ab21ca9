package dev.backwright.services.redis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both ends talk nonsense to each other through the wire, and each gets exactly what the other has sent. The seed stands in the
/// failure's message.
class GarbageOnTheWireTest {

    private static final List<String> ASKED =
            List.of(
                    TwoEnds.command("GET", "a"),
                    TwoEnds.command("MULTI"),
                    TwoEnds.command("EXEC"),
                    TwoEnds.command("SUBSCRIBE", "a", "b"),
                    TwoEnds.command("UNSUBSCRIBE"),
                    TwoEnds.command("SET", "a", "two words", "EX", "60"),
                    "get 'a\r\n",
                    "*0\r\n",
                    "*-1\r\n",
                    "*2\r\n$-1\r\n");

    private static final List<String> ANSWERED =
            List.of(
                    "+OK\r\n",
                    "+QUEUED\r\n",
                    "-ERR no\r\n",
                    "$1\r\nx\r\n",
                    "$-1\r\n",
                    "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n",
                    "*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$2\r\nhi\r\n",
                    ">2\r\n+invalidate\r\n_\r\n",
                    "%1\r\n+a\r\n|1\r\n+t\r\n:1\r\n*2\r\n,1.5\r\n#t\r\n",
                    "$?\r\n");

    private static byte[] speech(Random random, List<String> phrases) {
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i > 0; i--) {
            String phrase = phrases.get(random.nextInt(phrases.size()));
            out.writeBytes(phrase.getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = out.toByteArray();
        for (int i = random.nextInt(4); i > 0 && all.length > 0; i--) {
            all[random.nextInt(all.length)] = (byte) random.nextInt();
        }
        byte[] noise = new byte[random.nextInt(3) == 0 ? random.nextInt(200) : 0];
        random.nextBytes(noise);
        out.reset();
        out.writeBytes(all);
        out.writeBytes(noise);
        return out.toByteArray();
    }

    @Test
    void everyByteArrives() throws Exception {
        int noted = 0;
        for (int seed = 1; seed <= 500; seed++) {
            noted += exchanged(seed, new Random(seed));
        }
        assertTrue(noted > 100, "what was passed on unread is said: " + noted);
    }

    /// After a command and its answer, or without any, one end says anything and ends; the other hears all of it.
    private static int exchanged(int seed, Random random) throws Exception {
        try (var ends = new TwoEnds()) {
            switch (random.nextInt(4)) {
                case 0 -> ends.asks("GET", "a").answers("$-1");
                case 1 -> ends.asks("MULTI").answers("+OK").asks("GET", "a").answers("+QUEUED");
                case 2 -> ends.asks("SUBSCRIBE", "a", "b").answers("*3", "+subscribe", "+a", ":1");
                default -> ends.says("get a\r\n");
            }
            boolean ofClient = random.nextBoolean();
            byte[] said = speech(random, ofClient ? ASKED : ANSWERED);
            Socket from = ofClient ? ends.client : ends.server;
            from.getOutputStream().write(said);
            from.shutdownOutput();
            byte[] heard = (ofClient ? ends.server : ends.client).getInputStream().readAllBytes();
            assertArrayEquals(said, heard, "seed " + seed);
            return ends.wire.notes().size();
        }
    }

    @Test
    void howBytesAreCutMakesNoDifference() throws Exception {
        String asked =
                TwoEnds.command("SET", "a", "two words")
                        + "get a\r\n"
                        + TwoEnds.command("MULTI")
                        + TwoEnds.command("INCR", "n")
                        + TwoEnds.command("EXEC")
                        + TwoEnds.command("SUBSCRIBE", "a", "b");
        String answered =
                lines(
                        "+OK",
                        "$9",
                        "two words",
                        "+OK",
                        "+QUEUED",
                        "*1",
                        ":1",
                        "*3",
                        "$9",
                        "subscribe",
                        "$1",
                        "a",
                        ":1",
                        "*3",
                        "$9",
                        "subscribe",
                        "$1",
                        "b",
                        ":2");
        for (int seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            try (var ends = new TwoEnds()) {
                cut(random, asked, ends.client, ends.server);
                cut(random, answered, ends.server, ends.client);
                assertEquals(
                        List.of(
                                "SET a 'two words'",
                                "get a",
                                "MULTI",
                                "INCR n",
                                "EXEC",
                                "SUBSCRIBE a b"),
                        ends.texts(),
                        "seed " + seed);
                assertEquals(
                        List.of("OK", "'two words'", "OK", "1", "1", "subscribe b 2"),
                        ends.answered(),
                        "seed " + seed);
                assertEquals(List.of(), ends.wire.notes());
            }
        }
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void cut(Random random, String text, Socket from, Socket to) throws Exception {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        from.setTcpNoDelay(true);
        OutputStream out = from.getOutputStream();
        for (int at = 0; at < all.length; ) {
            int size = Math.min(all.length - at, 1 + random.nextInt(9));
            out.write(all, at, size);
            at += size;
        }
        assertArrayEquals(all, to.getInputStream().readNBytes(all.length));
    }
}
