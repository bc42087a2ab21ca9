package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import java.sql.SQLException;

/// PostgreSQL refused a statement of the judge. Whose fault that is only the judge can tell: the learner may have
/// dropped the table.
public final class StatementException extends ServiceException {

    private static final long serialVersionUID = 1;

    private final String sqlState;

    StatementException(String sql, SQLException cause) {
        super("PostgreSQL refused \"" + brief(sql) + "\": " + cause.getMessage(), cause);
        this.sqlState = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /// The five characters of the SQLSTATE, such as `42P01`; empty where there is none.
    public String sqlState() {
        return sqlState;
    }

    private static String brief(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + " …";
    }
}
