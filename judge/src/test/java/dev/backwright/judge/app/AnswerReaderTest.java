package dev.backwright.judge.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // lines end as they do on the wire
class AnswerReaderTest {

    @Test
    void theLengthEndsTheBody() throws Exception {
        Answer answer =
                read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-A: 1\r\nx-a: 2\r\n\r\nhello");
        assertEquals("he", answer.body());
        assertEquals("1, 2", answer.header("X-A"));
    }

    @Test
    void headerLinesKeepTheirOrderAndAreNotJoined() throws Exception {
        Answer answer =
                read(
                        "HTTP/1.1 204 No Content\r\nSet-Cookie: a=1\r\nX-B: C\r\nset-cookie: b=2\r\n\r\n");
        assertEquals(List.of("set-cookie: a=1", "x-b: C", "set-cookie: b=2"), answer.headerLines());
    }

    @Test
    void chunksAreJoined() throws Exception {
        Answer answer =
                read(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3;x=1\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: 1\r\n\r\n");
        assertEquals("hello", answer.body());
    }

    @Test
    void theConnectionEndsTheBodyWhereNothingElseDoes() throws Exception {
        assertEquals("hello", read("HTTP/1.0 200 OK\r\n\r\nhello").body());
    }

    @Test
    void informationIsPassedOver() throws Exception {
        Answer answer =
                read(
                        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                                + "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        assertEquals(201, answer.status());
        assertEquals(null, answer.header("Link"));
    }

    @Test
    void noBodyIsWaitedForWhereNoneMayCome() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n";
        assertEquals("", reader(head, "HEAD").read().body());
        assertEquals("", read("HTTP/1.1 204 No Content\r\n\r\nx").body());
        assertEquals("", read("HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n").body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello\\n | answered with something that is no HTTP: “hello”",
                "HTTP/1.1 abc\\r\\n | answered with something that is no HTTP",
                "HTTP/1.1 200 OK\\r\\nno header\\r\\n | sent a header line that is none: “no header”",
                "HTTP/1.1 200 OK\\r\\nContent-Length: x\\r\\n\\r\\n | sent a Content-Length that is no number",
                "HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nabc | after 3 of 9 bytes",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\n | a chunk without its size",
                "HTTP/1.1 200 OK\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nab | in the middle of the body",
                "HTTP/1.1 200 OK\\r\\nX-A: | in the middle of its answer",
            })
    void garbageIsToldAsWhatWasSeen(String sent, String seen) {
        String bytes = sent.replace("\\r", "\r").replace("\\n", "\n");
        var e = assertThrows(NoAnswer.class, () -> read(bytes));
        assertTrue(String.valueOf(e.getMessage()).contains(seen), e::getMessage);
    }

    /// The seed stands in the failure's message.
    @Test
    void whateverComesIsAnAnswerOrNone() {
        byte[] good =
                ("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"
                                + "Set-Cookie: a=1; Path=/\r\n\r\n3;x=1\r\nabc\r\n0\r\nTrailer: 1\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        int answers = 0;
        for (int seed = 1; seed <= 20_000; seed++) {
            answers += isAnswer("seed " + seed, changed(new Random(seed), good)) ? 1 : 0;
        }
        assertTrue(answers > 1_000 && answers < 19_000, "answers: " + answers);
    }

    private static boolean isAnswer(String seed, byte[] bytes) {
        try {
            int status = new AnswerReader(new ByteArrayInputStream(bytes), "GET").read().status();
            assertTrue(status >= 100 && status < 1000, seed);
            return true;
        } catch (IOException none) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(seed, e);
        }
    }

    private static byte[] changed(Random random, byte[] message) {
        byte[] other = Arrays.copyOf(message, message.length - random.nextInt(3));
        for (int i = random.nextInt(4); i > 0; i--) {
            other[random.nextInt(other.length)] =
                    random.nextBoolean()
                            ? (byte) random.nextInt()
                            : message[random.nextInt(message.length)];
        }
        return other;
    }

    @Test
    void whatIsTooMuchIsNotRead() {
        String head = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(70_000) + "\r\n\r\n";
        assertTrue(assertThrows(NoAnswer.class, () -> read(head)).toString().contains("64 kB"));
        String body = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(1_000_001);
        assertTrue(assertThrows(NoAnswer.class, () -> read(body)).toString().contains("1 MB"));
    }

    @Test
    void blanksInAHeaderDoNotKeepTheReaderBusy() throws Exception {
        String value = "a" + " ".repeat(60_000) + "b";
        Answer answer = read("HTTP/1.1 204 No Content\r\nX: \t" + value + " \r\n\r\n");
        assertEquals(value, answer.header("X"));
    }

    @Test
    void repliesOnOneConnectionAreReadOneAfterTheOther() throws Exception {
        var reader =
                reader(
                        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"
                                + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r\n0\r\n\r\n"
                                + "HTTP/1.1 204 No Content\r\n\r\n",
                        "GET");
        assertEquals("a", reader.read().body());
        assertEquals("b", reader.read().body());
        assertEquals(204, reader.read().status());
    }

    private static Answer read(String bytes) throws IOException {
        return reader(bytes, "GET").read();
    }

    private static AnswerReader reader(String bytes, String method) {
        return new AnswerReader(
                new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)), method);
    }
}
