package dev.backwright.services.mysql;

import dev.backwright.services.wire.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One packet: three bytes of length, least first, a sequence number, a payload. A payload of 16 MB less one goes on in the next packet.
/// As in "MySQL Packets", MySQL Source Code Documentation, and "0 - Packet", MariaDB's client/server protocol.
///
/// @param payload as much of it as is looked at
/// @param length how long it is
record Packet(ByteBuffer payload, int length) {

    static final int HEADER = 4;
    static final int LONGEST = 0xff_ffff;

    private static final int OK = 0x00;
    private static final int EOF = 0xfe;
    private static final int ERR = 0xff;

    /// How many bytes the next packet has; 0 while too little of it is there to tell.
    static long wholeLength(ByteBuffer begun) {
        return begun.remaining() < HEADER ? 0 : HEADER + payloadLength(begun);
    }

    private static int payloadLength(ByteBuffer bytes) {
        int at = bytes.position();
        return (bytes.get(at) & 0xff)
                | ((bytes.get(at + 1) & 0xff) << 8)
                | ((bytes.get(at + 2) & 0xff) << 16);
    }

    static Packet of(Message message) {
        ByteBuffer bytes = message.bytes();
        int length = payloadLength(bytes);
        return new Packet(bytes.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN), length);
    }

    /// A view of the payload, to be read from its beginning.
    ByteBuffer body() {
        return payload.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The first byte of the payload, which tells what it is; -1 where there is none.
    int kind() {
        return payload.remaining() == 0 ? -1 : payload.get(0) & 0xff;
    }

    /// Whether the payload goes on in the next packet.
    boolean goesOn() {
        return length == LONGEST;
    }

    boolean ok() {
        return kind() == OK;
    }

    boolean refusal() {
        return kind() == ERR;
    }

    /// Whether this ends definitions or rows; a row may begin with the same byte, but is then far longer.
    ///
    /// @param okInstead whether the two ends have agreed on an OK packet here instead of an EOF packet
    boolean end(boolean okInstead) {
        return kind() == EOF && length < (okInstead ? LONGEST : 9);
    }

    /// Reads a length-encoded integer: "Protocol::LengthEncodedInteger". -1 stands for the byte that means `null`.
    static long number(ByteBuffer body) {
        int first = body.get() & 0xff;
        return switch (first) {
            case 0xfb -> -1;
            case 0xfc -> body.getShort() & 0xffff;
            case 0xfd -> (body.getShort() & 0xffff) | ((body.get() & 0xff) << 16);
            case 0xfe -> body.getLong();
            default -> first;
        };
    }

    /// Reads a text that ends with a zero, or with what we have.
    static String zeroEnded(ByteBuffer body) {
        int start = body.position();
        int end = start;
        while (end < body.limit() && body.get(end) != 0) {
            end++;
        }
        String text = text(body, end - start);
        body.position(Math.min(end + 1, body.limit()));
        return text;
    }

    /// Reads so many bytes, or as many as we have, as text.
    static String text(ByteBuffer body, int length) {
        return new String(bytes(body, length), StandardCharsets.UTF_8);
    }

    static byte[] bytes(ByteBuffer body, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, body.remaining()))];
        body.get(bytes);
        return bytes;
    }
}
