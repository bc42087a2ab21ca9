package dev.backwright.services;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// How a connection begins: perhaps a question for encryption, then its real purpose.
/// Codes as in "Message Formats" of PostgreSQL's manual.
enum Opening {
    /// Protocol 3 from here on.
    SESSION,
    /// A request to cancel a statement of another connection; there is nothing more to it.
    CANCEL,
    /// The client went away.
    GONE,
    /// Something else.
    UNKNOWN;

    private static final int CANCEL_CODE = 80877102;
    private static final int SSL_CODE = 80877103;
    private static final int GSS_CODE = 80877104;
    private static final int QUESTIONS = 4;

    /// Answers "no" to questions for encryption and passes the rest to the server.
    static Opening between(MessageReader reader, SocketChannel client, SocketChannel server)
            throws IOException {
        for (int i = 0; i < QUESTIONS; i++) {
            byte[] bytes = reader.opening();
            if (bytes == null) {
                return GONE;
            }
            int code = ByteBuffer.wrap(bytes).getInt(4);
            if (code == SSL_CODE || code == GSS_CODE) {
                WireEnds.write(client, ByteBuffer.wrap("N".getBytes(StandardCharsets.US_ASCII)));
            } else {
                WireEnds.write(server, ByteBuffer.wrap(bytes));
                return code == CANCEL_CODE ? CANCEL : code >> 16 == 3 ? SESSION : UNKNOWN;
            }
        }
        return UNKNOWN;
    }
}
