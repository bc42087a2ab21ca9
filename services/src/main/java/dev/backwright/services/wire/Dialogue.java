package dev.backwright.services.wire;

import java.nio.ByteBuffer;
import java.util.List;

/// What one connection is about: cuts its bytes into messages, finds the statements in them and the answers that end them.
///
/// One thread asks what the client says ([#clientLength], [#arriving], [#sending]), another what the server says
/// ([#serverLength], [#answers], [#answered], [#settled]): what both need is guarded by `synchronized`. From the first
/// exception on the connection is passed on unread, with a note; nothing that was not understood is lost.
public interface Dialogue {

    /// How many bytes the client's next message has.
    ///
    /// @param begun its beginning, from position to limit; its position may be moved
    /// @return 0 while too little of it is there to tell
    long clientLength(ByteBuffer begun) throws NotUnderstood;

    /// As [#clientLength], of the server's next message.
    long serverLength(ByteBuffer begun) throws NotUnderstood;

    /// A message of the client has come; the server has nothing of it yet.
    Arrival arriving(Message message) throws NotUnderstood;

    /// That message goes to the server now, after it was held, counted and not cut.
    ///
    /// @param begun the statements that began with it
    default void sending(Message message, List<SeenEntry> begun) throws NotUnderstood {}

    /// Whether a message of the server, not yet told with [#answered], is about this statement.
    boolean answers(SeenEntry statement, Message message) throws NotUnderstood;

    /// A message of the server has come; the client has nothing of it yet.
    void answered(Message message) throws NotUnderstood;

    /// Whether the server is done with a statement whose answer is being read and thrown away. May wait a moment.
    default boolean settled(SeenEntry statement) {
        return !statement.open();
    }
}
