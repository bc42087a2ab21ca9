package dev.backwright.services.redis;

import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Cuts Redis' serialization protocol into pieces: a line, or a line with the bytes it announces. A command or a reply is
/// one or more of them, so none has to be in memory whole. Types as in the specification of RESP3.
final class Pieces {

    private static final int LONGEST_LINE = 1 << 16;
    private static final long LONGEST = 512L << 20;

    private Pieces() {}

    /// Of a client: the beginning of a command, or one of its words.
    ///
    /// @param word whether a word is due
    /// @return 0 while its line is not whole
    static long ofClient(ByteBuffer begun, boolean word) throws NotUnderstood {
        if (word && begun.get(begun.position()) != '$') {
            throw new NotUnderstood("a word of a command that begins with " + shown(begun));
        }
        int line = line(begun);
        return line == 0 || !word ? line : line + bulk(begun);
    }

    /// Of the server.
    static long ofServer(ByteBuffer begun) throws NotUnderstood {
        int line = line(begun);
        return switch (begun.get(begun.position())) {
            case '+', '-', ':', ',', '#', '_', '(', '*', '~', '%', '>', '|' -> line;
            case '$', '!', '=' -> line == 0 ? 0 : line + bulk(begun);
            default -> throw new NotUnderstood("an answer that begins with " + shown(begun));
        };
    }

    /// The number behind a piece's type.
    static long number(ByteBuffer piece) throws NotUnderstood {
        int end = line(piece);
        byte[] digits = new byte[Math.max(0, end - 1)];
        piece.slice(piece.position() + 1, digits.length).get(digits);
        String text = new String(digits, StandardCharsets.ISO_8859_1).strip();
        if (!text.matches("-?\\d{1,12}")) {
            throw new NotUnderstood("a number that is none");
        }
        return Long.parseLong(text);
    }

    /// The bytes behind a piece's line, without what ends them.
    static ByteBuffer body(ByteBuffer piece, long length) throws NotUnderstood {
        int line = line(piece);
        int there = (int) Math.min(length, piece.remaining() - line);
        return piece.slice(piece.position() + line, there);
    }

    /// A line without its end.
    static String text(ByteBuffer piece) throws NotUnderstood {
        byte[] bytes = new byte[line(piece)];
        piece.duplicate().get(bytes);
        return new String(bytes, StandardCharsets.UTF_8).stripTrailing();
    }

    private static long bulk(ByteBuffer begun) throws NotUnderstood {
        long length = number(begun);
        if (length > LONGEST) {
            throw new NotUnderstood("a text of " + length + " bytes");
        }
        return length < 0 ? 0 : length + 2;
    }

    /// How long the first line is, its end counted; 0 where that has not come.
    private static int line(ByteBuffer begun) throws NotUnderstood {
        for (int i = 0; i < begun.remaining(); i++) {
            if (begun.get(begun.position() + i) == '\n') {
                return i + 1;
            }
            if (i > LONGEST_LINE) {
                throw new NotUnderstood("a line without an end");
            }
        }
        return 0;
    }

    private static String shown(ByteBuffer begun) {
        return "byte " + (begun.get(begun.position()) & 0xff);
    }
}
