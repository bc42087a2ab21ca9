package dev.backwright.services.mysql;

import dev.backwright.services.Listener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What tests share: the machine's MariaDB, its first tables made once for the module, and a driver.
final class Given {

    static final Path RUNTIME = Path.of("target", "runtime").toAbsolutePath();

    static final String ACCOUNTS =
            """
            create table account (id int primary key, balance int not null);
            insert into account values (1, 100), (2, 0);
            """;

    private Given() {}

    static MySqlServer server(Path area) {
        return MySqlServer.own(MariaDbPrograms.find(), RUNTIME, area);
    }

    /// A real driver on the wire.
    static Connection connection(Listener listener, MySqlLogin login, String options)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:%d/%s?socketTimeout=30000&%s"
                        .formatted(listener.port(), login.database(), options),
                login.user(),
                login.password());
    }
}
