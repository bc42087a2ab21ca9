package dev.backwright.services.mysql;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The prepared statements of one connection by the numbers the server gives them.
final class PreparedStatements {

    private static final int MOST = 5_000;

    /// Stands for the statement prepared last, also before the server has told its number: "COM_STMT_EXECUTE", MariaDB's
    /// client/server protocol.
    private static final int LATEST = -1;

    private final Map<Integer, Prepared> known = new HashMap<>();
    private Prepared latest = new Prepared("(unknown statement)");

    /// A statement that the server is to prepare.
    Prepared begin(String text) {
        latest = new Prepared(text);
        return latest;
    }

    /// The server has prepared it.
    void put(int id, Prepared statement, int parameters) {
        statement.takes(parameters);
        if (known.size() < MOST) {
            known.put(id, statement);
        }
    }

    Prepared at(int id) {
        return id == LATEST ? latest : known.getOrDefault(id, new Prepared("(unknown statement)"));
    }

    Optional<Prepared> close(int id) {
        known.remove(id);
        return Optional.empty();
    }

    Optional<Prepared> forget() {
        known.clear();
        return Optional.empty();
    }
}
