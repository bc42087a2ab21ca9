package dev.backwright.services.redis;

import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts replies together out of the server's pieces.
final class Replies {

    private static final int MOST_ELEMENTS = 1_000;
    private static final int DEEPEST = 64;

    private final Deque<Level> levels = new ArrayDeque<>();

    /// A list, set or map that is not whole yet.
    private static final class Level {
        final char type;
        final long size;
        final List<Reply> elements = new ArrayList<>();
        long left;

        Level(char type, long size, long left) {
            this.type = type;
            this.size = size;
            this.left = left;
        }

        void add(Reply element) {
            left--;
            if (elements.size() < MOST_ELEMENTS) {
                elements.add(element);
            }
        }
    }

    /// Whether the next piece begins a reply.
    boolean between() {
        return levels.isEmpty();
    }

    /// Takes in a piece; the reply where that is whole now.
    @Nullable Reply take(Message message) throws NotUnderstood {
        ByteBuffer piece = message.bytes();
        char type = (char) piece.get(0);
        return switch (type) {
            case '+', '-', ':', ',', '#', '(' ->
                    complete(Reply.of(type, Pieces.text(piece.slice(1, piece.remaining() - 1))));
            case '_' -> complete(Reply.nothing());
            case '$', '=', '!' -> complete(text(type, piece));
            default -> begin(type, Pieces.number(piece));
        };
    }

    private static Reply text(char type, ByteBuffer piece) throws NotUnderstood {
        long length = Pieces.number(piece);
        return length < 0
                ? Reply.nothing()
                : Reply.of(type, CommandText.word(Pieces.body(piece, length), length));
    }

    private @Nullable Reply begin(char type, long size) throws NotUnderstood {
        if (size < 0) {
            return complete(Reply.nothing());
        }
        if (size == 0) {
            return type == '|' ? null : complete(new Reply(type, "", 0, List.of()));
        }
        if (levels.size() >= DEEPEST) {
            throw new NotUnderstood("a reply of many levels");
        }
        boolean pairs = type == '%' || type == '|';
        levels.push(new Level(type, size, pairs ? size * 2 : size));
        return null;
    }

    /// An attribute stands before what it is about and counts for nothing.
    private @Nullable Reply complete(Reply part) {
        Reply whole = part;
        while (!levels.isEmpty()) {
            Level level = levels.getFirst();
            level.add(whole);
            if (level.left > 0) {
                return null;
            }
            levels.pop();
            if (level.type == '|') {
                return null;
            }
            whole = new Reply(level.type, "", level.size, List.copyOf(level.elements));
        }
        return whole;
    }
}
