package dev.backwright.academy.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why something could not be stored or read, where that is neither a mistake of ours nor of whoever asked.
///
/// States of SQL by PostgreSQL's manual, appendix A: `53100` disk full; class 08 connection exceptions; `57P01` to `57P05`
/// a server that shuts down, has crashed, or is just starting; `53300` more connections than it takes.
public enum StoreTrouble {
    /// No room is left on the disk.
    FULL,
    /// The database does not answer just now.
    AWAY;

    /// What the pool says of a connection that broke a moment before.
    private static final String CLOSED = "Connection is closed";

    private static final String DISK_FULL = "53100";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    /// What kind of trouble lies behind an exception; nothing where it is another.
    public static Optional<StoreTrouble> of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            var trouble =
                    switch (cause) {
                        case SQLTransientConnectionException e -> AWAY;
                        case SQLException e when CLOSED.equals(e.getMessage()) -> AWAY;
                        case SQLException e -> ofState(e.getSQLState());
                        case IOException e -> isNoRoom(e) ? FULL : null;
                        default -> null;
                    };
            if (trouble != null) {
                return Optional.of(trouble);
            }
        }
        return Optional.empty();
    }

    private static @Nullable StoreTrouble ofState(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (state.equals(DISK_FULL)) {
            return FULL;
        }
        return state.startsWith("08")
                        || state.startsWith("57P")
                        || state.equals(TOO_MANY_CONNECTIONS)
                ? AWAY
                : null;
    }

    /// ENOSPC and EDQUOT, as the C library names them.
    private static boolean isNoRoom(IOException e) {
        var said = String.valueOf(e.getMessage());
        return said.contains("No space left on device") || said.contains("Disk quota exceeded");
    }
}
