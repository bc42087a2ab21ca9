package dev.backwright.services.wire;

import java.nio.ByteBuffer;
import java.util.List;

/// What becomes of a message of the client.
public sealed interface Arrival {

    /// Begins no statement, and goes on.
    Goes ON = new Goes(List.of());

    /// It goes to the server.
    ///
    /// @param begun the statements that begin with it, each taken down in the [Ledger]
    record Goes(List<SeenEntry> begun) implements Arrival {
        public Goes {
            begun = List.copyOf(begun);
        }
    }

    /// It is a part of something larger, and goes together with the next message that goes.
    record Waits() implements Arrival {}

    /// It never goes to the server: this is the answer. Only while the server owes none.
    record Answered(ByteBuffer answer) implements Arrival {}
}
