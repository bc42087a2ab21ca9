package dev.backwright.services.wire;

import java.nio.ByteBuffer;

/// One message as a [Dialogue] cuts them; of a long one only the beginning is looked at.
public final class Message {

    private final byte[] bytes;
    private final long missing;

    /// @param bytes all of it, or the beginning of a long one
    /// @param missing how many more bytes follow on the channel
    public Message(byte[] bytes, long missing) {
        this.bytes = bytes;
        this.missing = missing;
    }

    /// What is looked at of it, to be read from the beginning.
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /// How many more bytes follow.
    public long missing() {
        return missing;
    }

    public boolean whole() {
        return missing == 0;
    }

    /// Changes one byte of what is looked at, before it is passed on.
    public void put(int at, byte value) {
        bytes[at] = value;
    }

    byte[] array() {
        return bytes;
    }
}
