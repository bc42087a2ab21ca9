package dev.backwright.services.mongo;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bson.BsonBinaryReader;

/// One message of MongoDB's protocol: a header of four numbers, then sections of documents.
/// https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
///
/// @param flags as in OP_MSG; 0 in all others
/// @param parts its documents; of a long message only those whose beginning was looked at
/// @param whole whether all of it was looked at
record Envelope(int requestId, int responseTo, int flags, List<Part> parts, boolean whole) {

    static final int HEADER = 16;
    static final int MESSAGE = 2013;
    static final int CHECKSUM = 1;
    static final int MORE_TO_COME = 2;

    private static final int QUERY = 2004;
    private static final int REPLY = 1;
    private static final int COMPRESSED = 2012;
    private static final int LONGEST = 48_000_000 + 16_384;
    private static final int LOOKED_AT = 1 << 20;

    Envelope {
        parts = List.copyOf(parts);
    }

    /// A document, or several of a command's one field.
    ///
    /// @param field the field they belong to; empty for the one that is the command or the answer
    /// @param documents from the beginning of the first to the end of the last, or as far as was looked at
    record Part(String field, ByteBuffer documents) {

        boolean body() {
            return field.isEmpty();
        }

        /// A reader over the document that begins here; behind it begins the next.
        BsonBinaryReader reader() {
            return new BsonBinaryReader(documents.slice().order(ByteOrder.LITTLE_ENDIAN));
        }

        /// Each of the documents, the last one perhaps cut short.
        List<Part> each() {
            var all = new ArrayList<Part>();
            ByteBuffer left = documents.slice().order(ByteOrder.LITTLE_ENDIAN);
            while (left.remaining() >= 5) {
                int size = Math.clamp(left.getInt(left.position()), 5, left.remaining());
                all.add(new Part("", left.slice(left.position(), size)));
                left.position(left.position() + size);
            }
            return all;
        }
    }

    /// How long the message is that begins here; 0 while that cannot be told.
    static long length(ByteBuffer begun) throws NotUnderstood {
        if (begun.remaining() < 4) {
            return 0;
        }
        int length = begun.slice().order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < HEADER || length > LONGEST) {
            throw new NotUnderstood("a message of " + length + " bytes");
        }
        return length;
    }

    static int requestId(Message message) {
        return little(message.bytes()).getInt(4);
    }

    static int responseTo(Message message) {
        return little(message.bytes()).getInt(8);
    }

    /// Whether the client says that it waits for no answer.
    static boolean wantsNoAnswer(Message message) {
        ByteBuffer bytes = little(message.bytes());
        return bytes.limit() >= HEADER + 4
                && bytes.getInt(12) == MESSAGE
                && (bytes.getInt(HEADER) & MORE_TO_COME) != 0;
    }

    private static ByteBuffer little(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    static Envelope of(Message message) throws NotUnderstood {
        ByteBuffer bytes = little(message.bytes());
        bytes.getInt();
        int requestId = bytes.getInt();
        int responseTo = bytes.getInt();
        int code = bytes.getInt();
        if (code == COMPRESSED) {
            int original = bytes.getInt();
            int size = bytes.getInt();
            ByteBuffer plain = inflated(bytes, size);
            return read(original, plain, requestId, responseTo, plain.remaining() == size);
        }
        return read(code, bytes, requestId, responseTo, message.whole());
    }

    private static Envelope read(
            int code, ByteBuffer bytes, int requestId, int responseTo, boolean whole)
            throws NotUnderstood {
        return switch (code) {
            case MESSAGE -> sections(bytes, requestId, responseTo, whole);
            case QUERY -> {
                skip(bytes, 4);
                text(bytes);
                skip(bytes, 8);
                yield bare(bytes, requestId, responseTo, whole);
            }
            case REPLY -> {
                skip(bytes, 20);
                yield bare(bytes, requestId, responseTo, whole);
            }
            default -> throw new NotUnderstood("a message with the code " + code);
        };
    }

    private static void skip(ByteBuffer bytes, int count) {
        bytes.position(bytes.position() + count);
    }

    private static Envelope bare(ByteBuffer bytes, int requestId, int responseTo, boolean whole) {
        return new Envelope(requestId, responseTo, 0, List.of(new Part("", bytes.slice())), whole);
    }

    private static Envelope sections(ByteBuffer bytes, int requestId, int responseTo, boolean whole)
            throws NotUnderstood {
        int flags = bytes.getInt();
        if (whole && (flags & CHECKSUM) != 0) {
            bytes.limit(bytes.limit() - 4);
        }
        var parts = new ArrayList<Part>();
        while (bytes.hasRemaining()) {
            int kind = bytes.get();
            if (kind != 0 && kind != 1) {
                throw new NotUnderstood("a section of kind " + kind);
            }
            ByteBuffer section = sized(bytes);
            parts.add(kind == 0 ? new Part("", section) : sequence(section));
        }
        return new Envelope(requestId, responseTo, flags, parts, whole);
    }

    /// What begins with its own size, or as much of it as there is.
    private static ByteBuffer sized(ByteBuffer bytes) throws NotUnderstood {
        int size = bytes.remaining() < 4 ? 5 : bytes.getInt(bytes.position());
        if (size < 5) {
            throw new NotUnderstood("a section of " + size + " bytes");
        }
        int now = Math.min(size, bytes.remaining());
        ByteBuffer part = little(bytes.slice(bytes.position(), now));
        skip(bytes, now);
        return part;
    }

    private static Part sequence(ByteBuffer section) throws NotUnderstood {
        skip(section, 4);
        return new Part(text(section), section.slice());
    }

    private static String text(ByteBuffer bytes) throws NotUnderstood {
        int start = bytes.position();
        while (bytes.hasRemaining()) {
            if (bytes.get() == 0) {
                byte[] text = new byte[bytes.position() - 1 - start];
                bytes.get(start, text);
                return new String(text, StandardCharsets.UTF_8);
            }
        }
        throw new NotUnderstood("a name without an end");
    }

    /// As much as is looked at of what zlib packed; anything else drivers pack with stays closed to us.
    private static ByteBuffer inflated(ByteBuffer bytes, int size) throws NotUnderstood {
        int packer = bytes.get();
        if (packer == 0) {
            return little(bytes.slice());
        }
        if (packer != 2) {
            throw new NotUnderstood("a message packed with %s".formatted(packerName(packer)));
        }
        byte[] plain = new byte[Math.clamp(size, 0, LOOKED_AT)];
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            int got = inflater.inflate(plain);
            return little(ByteBuffer.wrap(plain, 0, got));
        } catch (DataFormatException e) {
            throw new NotUnderstood("a message packed with zlib that cannot be unpacked");
        } finally {
            inflater.end();
        }
    }

    private static String packerName(int packer) {
        return switch (packer) {
            case 1 -> "snappy";
            case 3 -> "zstd";
            default -> "compressor " + packer;
        };
    }
}
