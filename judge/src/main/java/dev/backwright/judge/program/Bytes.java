package dev.backwright.judge.program;

import java.util.HexFormat;

/// The content of a `Uint8Array`, `Buffer` or `ArrayBuffer`.
record Bytes(int handle, String hex) implements Held {

    private static final int MOST_SHOWN = 50;

    static Bytes of(byte[] content) {
        return new Bytes(0, HexFormat.of().formatHex(content));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && hex.equals(bytes.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /// As Node prints a buffer: `<01 ff>`.
    @Override
    public String toString() {
        int shown = Math.min(2 * MOST_SHOWN, hex.length());
        byte[] first = HexFormat.of().parseHex(hex, 0, shown);
        return "<"
                + HexFormat.ofDelimiter(" ").formatHex(first)
                + (shown < hex.length() ? " …>" : ">");
    }
}
