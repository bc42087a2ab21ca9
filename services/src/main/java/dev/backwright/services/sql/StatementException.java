package dev.backwright.services.sql;

import dev.backwright.services.ServiceException;
import java.sql.SQLException;

/// A server refused a statement of the judge. Whose fault that is only the judge can tell: the learner may have
/// dropped the table.
public final class StatementException extends ServiceException {

    private static final long serialVersionUID = 1;

    private final String sqlState;
    private final int code;

    StatementException(String server, String sql, SQLException cause) {
        super(server + " refused \"" + brief(sql) + "\": " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
        this.code = cause.getErrorCode();
    }

    /// The five characters of the SQLSTATE, such as `42P01`; empty where there is none.
    public String sqlState() {
        return sqlState;
    }

    /// The server's own number, such as MySQL's 1146; 0 where it has none.
    public int code() {
        return code;
    }

    private static String brief(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + " …";
    }
}
