package dev.backwright.services.mysql;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;

/// The first packet of each end, in which they tell what they can do. What we cannot read along is taken out of both: an end that wants it
/// all the same says so to its own user.
/// "Protocol::HandshakeV10" and "Protocol::HandshakeResponse41", MySQL Source Code Documentation.
final class Handshake {

    private static final int VERSION = 10;

    /// From the end of the server's version: connection id, the beginning of its challenge, a filler.
    private static final int TO_LOWER = 4 + 8 + 1;

    /// Character set, status.
    private static final int TO_UPPER = 2 + 1 + 2;

    /// Length of the challenge, six reserved bytes.
    private static final int TO_MARIADB = 2 + 1 + 6;

    /// Capabilities, longest packet, character set, and reserved bytes of which MariaDB uses the last four.
    private static final int ANSWER = 32;

    private static final int ANSWER_TO_MARIADB = 28;

    private Handshake() {}

    /// Takes what cannot be read out of the server's greeting.
    ///
    /// @return what it can do, apart from that
    static Capabilities greeting(Message message) throws NotUnderstood {
        ByteBuffer body = Packet.of(message).body();
        if (body.get() != VERSION) {
            throw new NotUnderstood("a greeting of another version of the protocol");
        }
        Packet.zeroEnded(body);
        int lower = body.position() + TO_LOWER;
        int upper = lower + TO_UPPER;
        int mariaDb = upper + TO_MARIADB;
        long bits = (body.getShort(lower) & 0xffffL) | ((body.getShort(upper) & 0xffffL) << 16);
        boolean others = (bits & Capabilities.MYSQL) == 0;
        bits |= others ? (body.getInt(mariaDb) & 0xffff_ffffL) << 32 : 0;
        var readable = new Capabilities(bits).readable();
        put(message, lower, readable, 0, 2);
        put(message, upper, readable, 2, 2);
        if (others) {
            put(message, mariaDb, readable, 4, 4);
        }
        return readable;
    }

    /// Takes what cannot be read out of the client's answer.
    ///
    /// @param offered what it was told of the server
    /// @return what both can do
    static Capabilities answer(Message message, Capabilities offered) throws NotUnderstood {
        ByteBuffer body = Packet.of(message).body();
        if (body.remaining() <= ANSWER || !told(body).has(Capabilities.PROTOCOL_41)) {
            throw new NotUnderstood(
                    body.remaining() == ANSWER
                            ? "encryption, which was not offered"
                            : "a login from before MySQL 4.1");
        }
        var readable = told(body).readable();
        put(message, 0, readable, 0, 4);
        if (!readable.has(Capabilities.MYSQL)) {
            put(message, ANSWER_TO_MARIADB, readable, 4, 4);
        }
        return readable.and(offered);
    }

    private static Capabilities told(ByteBuffer body) {
        long bits = body.getInt(0) & 0xffff_ffffL;
        boolean others = (bits & Capabilities.MYSQL) == 0;
        return new Capabilities(
                bits | (others ? (body.getInt(ANSWER_TO_MARIADB) & 0xffff_ffffL) << 32 : 0));
    }

    private static void put(Message message, int at, Capabilities bits, int from, int count) {
        for (int i = 0; i < count; i++) {
            message.put(Packet.HEADER + at + i, bits.at(from + i));
        }
    }
}
