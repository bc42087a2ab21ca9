package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.backwright.services.Listener;
import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.SeenStatement.Fate;
import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ScriptedWireTest {

    private static final String SESSION =
            "lsid: {id: {$uuid: '3b241101-e2bb-4255-8caf-4136c566a962'}}, autocommit: false, ";

    private interface Talk {
        void on(ServiceWire wire, Listener listener) throws IOException;
    }

    private static void given(IntFunction<List<byte[]>> script, Talk talk) throws IOException {
        var protocol = new MongoProtocol();
        try (var server = new ScriptedServer(script)) {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            var endpoint =
                    new Endpoint("mongo", address, (host, port) -> host + port, protocol::idle);
            try (var wire = new ServiceWire(endpoint, protocol);
                    var listener = new Listener(wire)) {
                talk.on(wire, listener);
            }
        }
    }

    private static IntFunction<List<byte[]>> always(String json) {
        return id -> List.of(Bytes.answer(id, json));
    }

    /// Sends a message and reads as many answers.
    private static void exchange(Socket socket, byte[] message, int answers) throws IOException {
        socket.getOutputStream().write(message);
        for (int i = 0; i < answers; i++) {
            byte[] length = socket.getInputStream().readNBytes(4);
            int size = (length[0] & 0xff) + ((length[1] & 0xff) << 8);
            socket.getInputStream().readNBytes(size - 4);
        }
    }

    private static Socket connect(Listener listener) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    @Test
    void aTransactionIsOneOverSeveralConnections() throws Exception {
        given(
                always("{ok: 1}"),
                (wire, listener) -> {
                    try (var one = connect(listener);
                            var two = connect(listener)) {
                        exchange(
                                one,
                                in(
                                        1,
                                        "{insert: 'a', documents: [{_id: 1}], startTransaction: true, "),
                                1);
                        exchange(two, in(1, "{insert: 'b', documents: [{_id: 1}], "), 1);
                        exchange(one, Bytes.ask(8, "{find: 'a', filter: {}}"), 1);
                        exchange(two, in(1, "{commitTransaction: 1, "), 1);
                        exchange(
                                one,
                                in(
                                        2,
                                        "{insert: 'a', documents: [{_id: 2}], startTransaction: true, "),
                                1);
                        exchange(one, in(2, "{abortTransaction: 1, "), 1);
                    }
                    List<SeenStatement> seen = wire.statements();
                    assertEquals(
                            List.of(1, 1, 0, 1, 2, 2),
                            seen.stream().map(SeenStatement::transaction).toList());
                    assertEquals(
                            2, seen.stream().map(SeenStatement::connection).distinct().count());
                    assertTrue(seen.getFirst().text().endsWith("startTransaction"));
                });
    }

    private static byte[] in(int number, String begun) {
        return Bytes.ask(7, begun + SESSION + "txnNumber: {$numberLong: '" + number + "'}}");
    }

    @Test
    void aCommitCanBeCutBeforeAndAfter() throws Exception {
        given(
                always("{ok: 1}"),
                (wire, listener) -> {
                    wire.cutBefore("commitTransaction");
                    for (int number = 1; number <= 2; number++) {
                        try (var socket = connect(listener)) {
                            socket.getOutputStream().write(in(number, "{commitTransaction: 1, "));
                            assertEquals(0, left(socket));
                        }
                        wire.cutAfter("commitTransaction");
                    }
                    assertEquals(
                            List.of(Fate.CUT_BEFORE, Fate.CUT_AFTER),
                            wire.statements().stream().map(SeenStatement::fate).toList());
                });
    }

    private static int left(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes().length;
        } catch (IOException reset) {
            return 0;
        }
    }

    @Test
    void answersThatFollowOnOneAnotherAreCountedTogether() throws Exception {
        given(
                id ->
                        List.of(
                                part(100, id, Envelope.MORE_TO_COME),
                                part(101, 100, Envelope.MORE_TO_COME),
                                part(102, 101, 0)),
                (wire, listener) -> {
                    try (var socket = connect(listener)) {
                        exchange(
                                socket,
                                Bytes.ask(1, "{getMore: {$numberLong: '5'}, collection: 'a'}"),
                                3);
                    }
                    assertEquals(6, wire.statements().getFirst().rows());
                });
    }

    private static byte[] part(int id, int to, int flags) {
        return Bytes.message(
                id, to, flags, Bytes.body("{cursor: {nextBatch: [{a: 1}, {a: 2}], id: 5}, ok: 1}"));
    }

    @Test
    void whatWentWrongIsToldInTheServersWords() throws Exception {
        given(
                always(
                        "{n: 1, writeErrors: [{index: 1, code: 11000, errmsg: 'E11000 dup'}, {index: 2, code: 1, errmsg: 'x'}],"
                                + " writeConcernError: {code: 64, codeName: 'WriteConcernFailed', errmsg: 'timed out'}, ok: 1}"),
                (wire, listener) -> {
                    try (var socket = connect(listener)) {
                        exchange(socket, Bytes.ask(1, "{insert: 'a', documents: []}"), 1);
                    }
                    var seen = wire.statements().getFirst();
                    assertEquals(Fate.FAILED, seen.fate());
                    assertEquals("E11000 dup (11000)", seen.error());
                    assertEquals(1, seen.rows());
                    assertEquals("write concern: timed out (WriteConcernFailed 64)", seen.note());
                });
    }

    @Test
    void whatCannotBeReadIsPassedOnAndSaidOnce() throws Exception {
        byte[] snappy = Bytes.packed(Bytes.ask(3, "{find: 'a', filter: {}}"), 1);
        given(
                always("{cursor: {firstBatch: [{a: 1}], id: 0}, ok: 1}"),
                (wire, listener) -> {
                    try (var socket = connect(listener)) {
                        exchange(socket, snappy, 1);
                        exchange(socket, snappy, 1);
                        exchange(socket, Bytes.ask(4, "{find: 'a', filter: {}}"), 1);
                    }
                    assertEquals(
                            List.of("connection 1: passed on unread: a message packed with snappy"),
                            wire.notes());
                    assertEquals(
                            List.of(1L),
                            wire.statements().stream().map(SeenStatement::rows).toList());
                });
    }

    @Test
    void whatIsNoMessageEndsTheReadingOfItsConnectionOnly() throws Exception {
        given(
                always("{ok: 1}"),
                (wire, listener) -> {
                    try (var odd = connect(listener);
                            var plain = connect(listener)) {
                        odd.getOutputStream()
                                .write(
                                        "GET / HTTP/1.1\r\n\r\n"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets
                                                                .US_ASCII));
                        exchange(plain, Bytes.ask(1, "{find: 'a', filter: {}}"), 1);
                    }
                    assertEquals(1, wire.statements().size());
                    assertTrue(
                            wire.notes().toString().contains("passed on unread"),
                            wire.notes().toString());
                });
    }
}
