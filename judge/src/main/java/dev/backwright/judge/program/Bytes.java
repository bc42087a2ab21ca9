package dev.backwright.judge.program;

import java.util.Arrays;
import java.util.HexFormat;

/// The content of a `Uint8Array`, `Buffer` or `ArrayBuffer`.
record Bytes(int handle, byte[] content) implements Held {

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        byte[] first = Arrays.copyOf(content, Math.min(50, content.length));
        String more = content.length > first.length ? " …" : "";
        return "<" + HexFormat.ofDelimiter(" ").formatHex(first) + more + ">";
    }
}
