package dev.backwright.services.mysql;

import java.nio.ByteBuffer;

/// What one packet of an answer tells.
sealed interface Part {

    /// Nothing yet.
    record Middle() implements Part {}

    /// One result is over.
    ///
    /// @param rows how many came or were touched
    /// @param set whether rows came, or could have
    /// @param status the server's, as in "SERVER_STATUS_flags_enum"
    /// @param last whether the answer ends with it
    record Result(long rows, boolean set, int status, boolean last) implements Part {}

    /// The server refuses; the answer ends with it.
    ///
    /// @param state SQLSTATE
    record Refused(String message, int code, String state) implements Part {
        /// "ERR_Packet"; before the login it has no SQLSTATE.
        static Refused read(ByteBuffer body) {
            body.get();
            int code = body.getShort() & 0xffff;
            String state = "HY000";
            if (body.hasRemaining() && body.get(body.position()) == '#') {
                body.get();
                state = Packet.text(body, 5);
            }
            return new Refused(Packet.text(body, body.remaining()), code, state);
        }

        String text() {
            return message + " (" + code + ", " + state + ")";
        }

        /// Whether the whole transaction is gone, as after a deadlock: class 40 of SQLSTATE.
        boolean rolledBack() {
            return state.startsWith("40");
        }
    }

    /// A statement is prepared.
    ///
    /// @param last whether the answer ends with it; otherwise definitions follow
    record Prepared(int id, int parameters, boolean last) implements Part {}

    /// The server asks for a file of the client, which comes in packets up to an empty one.
    record File() implements Part {}

    /// The answer ends, and there is nothing more to say.
    record End() implements Part {}
}
