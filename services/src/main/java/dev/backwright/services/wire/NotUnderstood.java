package dev.backwright.services.wire;

import java.io.IOException;

/// What came is not of the protocol, or more of it than we know.
public final class NotUnderstood extends IOException {

    private static final long serialVersionUID = 1;

    /// @param what came, as the end of a sentence: `a message of -3 bytes`
    public NotUnderstood(String what) {
        super(what);
    }
}
