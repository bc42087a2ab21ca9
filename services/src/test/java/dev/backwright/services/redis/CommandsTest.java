package dev.backwright.services.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is seen of a conversation in RESP2 or RESP3. https://redis.io/docs/latest/develop/reference/protocol-spec/
class CommandsTest {

    private TwoEnds ends;

    @BeforeEach
    void meet() throws IOException {
        ends = new TwoEnds();
    }

    @AfterEach
    void part() throws IOException {
        ends.close();
    }

    @Test
    void whatADriverSaysFirstIsNoStatement() {
        ends.asks("HELLO", "3", "AUTH", "default", "s3cret").answers("%1", "+proto", ":3");
        ends.asks("CLIENT", "SETINFO", "LIB-NAME", "x").answers("+OK");
        ends.asks("SELECT", "1").answers("+OK").asks("GET", "a").answers("$-1");
        ends.asks("SELECT", "2").answers("+OK");
        assertEquals(List.of("GET a", "SELECT 2"), ends.texts());
    }

    @Test
    void secretsAreMasked() {
        ends.asks("PING").answers("+PONG");
        ends.asks("AUTH", "s3cret").answers("+OK");
        ends.asks("AUTH", "ann", "s3cret").answers("-WRONGPASS invalid");
        ends.asks("HELLO", "3", "AUTH", "ann", "s3cret", "SETNAME", "me").answers("*0");
        ends.asks("CONFIG", "SET", "requirepass", "s3cret").answers("-NOPERM no");
        ends.asks("ACL", "SETUSER", "ann", "on", ">s3cret").answers("-NOPERM no");
        ends.asks("MIGRATE", "h", "1", "k", "0", "9", "AUTH", "s3cret").answers("-NOPERM no");
        ends.says("auth \"s3cret\"\r\n").answers("+OK");
        List<String> texts = ends.texts();
        assertEquals("AUTH ann ***", texts.get(2));
        assertEquals("HELLO 3 AUTH ann *** SETNAME me", texts.get(3));
        assertTrue(texts.stream().skip(1).allMatch(text -> text.contains("***")), texts::toString);
        assertFalse(texts.toString().contains("s3cret"), texts::toString);
    }

    @Test
    void commandsTypedByHandAreReadAsTheServerReadsThem() {
        ends.says("\r\n").says("set a \"two words\"\r\n").answers("+OK");
        ends.says("get a\n").answers("$9", "two words");
        assertEquals(List.of("set a 'two words'", "get a"), ends.texts());
        assertEquals(List.of("OK", "'two words'"), ends.answered());
    }

    @Test
    void eachKindOfReplyIsSaidAsPeopleKnowIt() {
        List<List<String>> replies =
                List.of(
                        List.of("$-1"),
                        List.of("*-1"),
                        List.of("_"),
                        List.of("$0", ""),
                        List.of("*0"),
                        List.of(":-7"),
                        List.of(",1.5"),
                        List.of("#t"),
                        List.of("(3492890328409238509324850943850943825024385"),
                        List.of("=7", "txt:abc"),
                        List.of("*2", "$1", "a", "*2", ":1", "$-1"),
                        List.of("~1", "+x"),
                        List.of("%2", "+name", "$3", "ada", "+age", ":36"),
                        List.of("|1", "+ttl", ":60", "$1", "x"),
                        List.of("*6", ":1", ":2", ":3", ":4", ":5", ":6"));
        for (List<String> reply : replies) {
            ends.asks("GET", "a").answers(reply.toArray(String[]::new));
        }
        assertEquals(
                List.of(
                        "(nil)",
                        "(nil)",
                        "(nil)",
                        "''",
                        "(empty)",
                        "-7",
                        "1.5",
                        "t",
                        "3492890328409238509324850943850943825024385",
                        "txt:abc",
                        "a 1 (nil)",
                        "x",
                        "name ada age 36",
                        "x",
                        "1 2 3 4 5 … (6)"),
                ends.answered());
        assertEquals(
                List.of(0L, 0L, 0L, 1L, 0L, -1L, -1L, -1L, -1L, 1L, 2L, 1L, 2L, 1L, 6L),
                ends.statements().stream().map(SeenStatement::rows).toList());
        assertTrue(ends.statements().stream().allMatch(seen -> seen.fate() == Fate.DONE));
        assertEquals(List.of(), ends.wire.notes());
    }

    @Test
    void anErrorIsTheServersOwnWords() {
        ends.asks("INCR", "a").answers("-ERR value is not an integer or out of range");
        ends.asks("INCR", "b").answers("!7", "ERR two");
        assertEquals(
                List.of("ERR value is not an integer or out of range", "'ERR two'"),
                ends.statements().stream().map(SeenStatement::error).toList());
        assertTrue(ends.statements().stream().allMatch(seen -> seen.fate() == Fate.FAILED));
    }

    @Test
    void aPipelineIsAnsweredInItsOrder() {
        ends.says(TwoEnds.command("GET", "a") + "get b\r\n" + TwoEnds.command("GET", "c"));
        ends.answers("$1", "1").answers("$1", "2", "$-1");
        assertEquals(List.of("GET a", "get b", "GET c"), ends.texts());
        assertEquals(List.of("1", "2", "(nil)"), ends.answered());
    }

    @Test
    void theCommandsOfATransactionAreDoneWhenItIs() {
        ends.asks("MULTI").answers("+OK");
        ends.asks("INCR", "a").answers("+QUEUED");
        ends.asks("LPOP", "a").answers("+QUEUED");
        ends.asks("NOSUCH").answers("-ERR unknown command");
        assertEquals(Fate.UNANSWERED, ends.statements().get(1).fate());
        ends.asks("EXEC").answers("*2", ":1", "-WRONGTYPE no list");
        ends.asks("GET", "a").answers("$1", "1");
        assertEquals(
                List.of(1, 1, 1, 1, 1, 0),
                ends.statements().stream().map(SeenStatement::transaction).toList());
        assertEquals("1", ends.statements().get(1).answer());
        assertEquals("WRONGTYPE no list", ends.statements().get(2).error());
        assertEquals("ERR unknown command", ends.statements().get(3).error());
    }

    @Test
    void aTransactionThatDoesNotRunSaysWhy() {
        List<List<String>> ends3 =
                List.of(
                        List.of("EXEC", "*-1", "not run: a watched key had changed"),
                        List.of("EXEC", "-EXECABORT no", "not run: EXECABORT no"),
                        List.of("DISCARD", "+OK", "not run: the transaction was discarded"),
                        List.of("RESET", "+RESET", "not run: the connection was reset"));
        for (List<String> end : ends3) {
            ends.asks("MULTI").answers("+OK").asks("INCR", "a").answers("+QUEUED");
            var incr = ends.statements().size() - 1;
            ends.asks(end.get(0)).answers(end.get(1));
            assertEquals(end.get(2), ends.statements().get(incr).error());
            assertEquals(Fate.FAILED, ends.statements().get(incr).fate());
        }
        assertEquals(4, ends.last().transaction());
    }

    @Test
    void whatIsPublishedAnswersNothing() {
        ends.asks("SUBSCRIBE", "a", "b").answers("*3", "$9", "subscribe", "$1", "a", ":1");
        assertEquals(Fate.UNANSWERED, ends.last().fate());
        ends.answers("*3", "$7", "message", "$1", "a", "$2", "hi");
        ends.answers("*3", "$9", "subscribe", "$1", "b", ":2");
        assertEquals(Fate.DONE, ends.last().fate());
        ends.asks("PING").answers("*3", "$7", "message", "$1", "a", "$2", "ho");
        assertEquals(Fate.UNANSWERED, ends.last().fate());
        ends.answers("*2", "$4", "pong", "$0", "");
        assertEquals("pong ''", ends.last().answer());
        ends.asks("UNSUBSCRIBE").answers("*3", "$11", "unsubscribe", "$1", "b", ":1");
        assertEquals(Fate.UNANSWERED, ends.last().fate());
        ends.answers("*3", "$11", "unsubscribe", "$1", "a", ":0");
        ends.asks("GET", "a").answers("*1", "$7", "message");
        assertEquals("message", ends.last().answer(), "nobody listens any more");
        assertEquals(List.of(), ends.wire.notes());
    }

    @Test
    void pushesOfResp3AnswerNothingEither() {
        ends.asks("GET", "a").answers(">3", "+message", "+news", "+hi", "$1", "x");
        assertEquals("x", ends.last().answer());
        ends.asks("SUBSCRIBE", "a").answers(">2", "+invalidate", "*1", "+k");
        assertEquals(Fate.UNANSWERED, ends.last().fate());
        ends.answers(">3", "+subscribe", "+a", ":1");
        ends.asks("GET", "b").answers("$1", "y");
        assertEquals("y", ends.last().answer());
    }

    @Test
    void aLongValuePassesAndIsCutForPeople() {
        String long4 = "ä".repeat(2 << 20);
        ends.asks("SET", "a", long4).answers("+OK").asks("GET", "a");
        ends.answers("$" + (4 << 20), long4);
        assertTrue(ends.texts().getFirst().endsWith("ä… (4194304 bytes)"), "cut with its length");
        assertEquals(1, ends.last().rows());
        assertTrue(ends.last().answer().length() < 100);
    }

    @Test
    void bytesThatAreNoTextAreWrittenOut() throws IOException {
        byte[] start =
                "*2\r\n$3\r\nGET\r\n$3\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        ends.client.getOutputStream().write(start);
        ends.client.getOutputStream().write(new byte[] {'a', (byte) 0xff, 0, '\r', '\n'});
        ends.server.getInputStream().readNBytes(start.length + 5);
        assertEquals(List.of("GET a\\xff\\x00"), ends.texts());
    }

    @Test
    void whatChangesTheAnswersIsPassedOnUnread() {
        ends.asks("GET", "a").answers("$-1").asks("CLIENT", "REPLY", "OFF").asks("GET", "b");
        ends.asks("GET", "c").answers("$1", "x");
        assertEquals(List.of("GET a"), ends.texts());
        assertEquals(
                List.of(
                        "connection 1: passed on unread from here: CLIENT REPLY changes what is answered"),
                ends.wire.notes());
    }
}
