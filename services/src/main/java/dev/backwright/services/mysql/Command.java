package dev.backwright.services.mysql;

import dev.backwright.services.wire.NotUnderstood;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a client asks for with the first byte of a packet: `enum_server_command`, "Command Phase", MySQL Source Code Documentation.
enum Command {
    QUIT(0x01, null),
    INIT_DB(0x02, Answer.Kind.LINE),
    QUERY(0x03, Answer.Kind.RESULTS),
    FIELD_LIST(0x04, Answer.Kind.FIELDS),
    CREATE_DB(0x05, Answer.Kind.LINE),
    DROP_DB(0x06, Answer.Kind.LINE),
    REFRESH(0x07, Answer.Kind.LINE),
    SHUTDOWN(0x08, Answer.Kind.LINE),
    STATISTICS(0x09, Answer.Kind.LINE),
    PROCESS_INFO(0x0a, Answer.Kind.RESULTS),
    PROCESS_KILL(0x0c, Answer.Kind.LINE),
    DEBUG(0x0d, Answer.Kind.LINE),
    PING(0x0e, Answer.Kind.LINE),
    CHANGE_USER(0x11, Answer.Kind.LOGIN),
    PREPARE(0x16, Answer.Kind.PREPARED),
    EXECUTE(0x17, Answer.Kind.RESULTS),
    SEND_LONG_DATA(0x18, null),
    CLOSE(0x19, null),
    RESET_STATEMENT(0x1a, Answer.Kind.LINE),
    SET_OPTION(0x1b, Answer.Kind.LINE),
    FETCH(0x1c, Answer.Kind.ROWS),
    RESET_CONNECTION(0x1f, Answer.Kind.LINE);

    private final int code;
    private final Answer.@Nullable Kind answer;

    Command(int code, Answer.@Nullable Kind answer) {
        this.code = code;
        this.answer = answer;
    }

    static Command of(Packet packet) throws NotUnderstood {
        for (Command command : values()) {
            if (command.code == packet.kind()) {
                return command;
            }
        }
        throw new NotUnderstood(String.format(Locale.ROOT, "a command 0x%02x", packet.kind()));
    }

    /// The shape of the answer; null where there is none.
    Answer.@Nullable Kind answer() {
        return answer;
    }
}
