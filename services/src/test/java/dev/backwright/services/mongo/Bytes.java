package dev.backwright.services.mongo;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/// Messages of the protocol, made by hand.
final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Bytes() {}

    static byte[] ask(int id, String json) {
        return message(id, 0, 0, body(json));
    }

    static byte[] answer(int to, String json) {
        return message(to + 1000, to, 0, body(json));
    }

    static byte[] message(int id, int to, int flags, byte[]... sections) {
        var bytes = new Bytes();
        bytes.number(flags);
        for (byte[] section : sections) {
            bytes.out.writeBytes(section);
        }
        return headed(id, to, Envelope.MESSAGE, bytes.out.toByteArray());
    }

    static byte[] headed(int id, int to, int code, byte[] rest) {
        var bytes = new Bytes();
        bytes.number(16 + rest.length).number(id).number(to).number(code);
        bytes.out.writeBytes(rest);
        return bytes.out.toByteArray();
    }

    static byte[] body(String json) {
        var bytes = new Bytes();
        bytes.out.write(0);
        bytes.out.writeBytes(Json.bytes(Json.document(json)));
        return bytes.out.toByteArray();
    }

    static byte[] sequence(String field, String... documents) {
        var inner = new Bytes();
        inner.out.writeBytes((field + "\0").getBytes(StandardCharsets.UTF_8));
        for (String document : documents) {
            inner.out.writeBytes(Json.bytes(Json.document(document)));
        }
        var bytes = new Bytes();
        bytes.out.write(1);
        bytes.number(4 + inner.out.size());
        bytes.out.writeBytes(inner.out.toByteArray());
        return bytes.out.toByteArray();
    }

    static byte[] legacyHello(int id) {
        var bytes = new Bytes();
        bytes.number(4);
        bytes.out.writeBytes("admin.$cmd\0".getBytes(StandardCharsets.UTF_8));
        bytes.number(0).number(-1);
        bytes.out.writeBytes(Json.bytes(Json.document("{ismaster: 1, helloOk: true}")));
        return headed(id, 0, 2004, bytes.out.toByteArray());
    }

    /// The same message, packed by zlib; or, by another number, said to be packed by something else.
    static byte[] packed(byte[] message, int packer) {
        var plain = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        var deflater = new Deflater();
        deflater.setInput(message, 16, message.length - 16);
        deflater.finish();
        byte[] small = new byte[message.length + 64];
        int size = deflater.deflate(small);
        deflater.end();
        var bytes = new Bytes();
        bytes.number(plain.getInt(12)).number(message.length - 16);
        bytes.out.write(packer);
        bytes.out.write(small, 0, size);
        return headed(plain.getInt(4), plain.getInt(8), 2012, bytes.out.toByteArray());
    }

    private Bytes number(int number) {
        out.writeBytes(
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
        return this;
    }

    static String text(byte[] message) throws NotUnderstood {
        return CommandText.of(MongoCommand.of(Envelope.of(new Message(message, 0))));
    }

    static String text(String json) throws NotUnderstood {
        return text(ask(1, json));
    }
}
