package dev.backwright.tracer.node;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// Standard output and standard error: whatever is written goes to the observer as text, characters never torn.
final class Output {

    private final Observer observer;
    private final Map<Integer, Stream> streams = Map.of(1, new Stream(), 2, new Stream());

    Output(Observer observer) {
        this.observer = observer;
    }

    boolean isStream(int descriptor) {
        return streams.containsKey(descriptor);
    }

    void print(int descriptor, String text) {
        if (!text.isEmpty()) {
            observer.prints(descriptor, text);
        }
    }

    void write(int descriptor, View bytes) {
        print(descriptor, Objects.requireNonNull(streams.get(descriptor)).decode(bytes));
    }

    /// Keeps what does not make a whole character yet.
    private static final class Stream {
        private final CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private ByteBuffer rest = ByteBuffer.allocate(0);

        String decode(View bytes) {
            var input = ByteBuffer.allocate(rest.remaining() + bytes.length());
            input.put(rest).put(bytes.array(), bytes.offset(), bytes.length()).flip();
            var text = CharBuffer.allocate(input.remaining() + 1);
            decoder.decode(input, text, false);
            rest = input;
            return text.flip().toString();
        }
    }
}
