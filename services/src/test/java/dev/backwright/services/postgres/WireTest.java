package dev.backwright.services.postgres;

import dev.backwright.services.Listener;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A server for the class, a database and its wire for each test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireTest {

    static final PostgresTemplate ACCOUNTS =
            new PostgresTemplate(
                    "create table account (id int primary key, balance int not null);"
                            + " insert into account values (1, 100), (2, 0);");

    private PostgresServer server;
    PostgresDatabase db;
    ServiceWire wire;
    Listener listener;

    @BeforeAll
    void startServer(@TempDir Path folder) {
        server = PostgresServer.throwAway(Given.binaries(), folder);
    }

    @BeforeEach
    void createDatabase() throws IOException {
        db = server.create(ACCOUNTS);
        wire = db.wire();
        listener = new Listener(db.wire());
    }

    @AfterEach
    void dropDatabase() throws IOException {
        listener.close();
        db.close();
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    Connection connect() throws SQLException {
        return Given.connection(listener, db.login());
    }

    PostgresDatabase another() {
        return server.create(ACCOUNTS);
    }

    List<SeenStatement> matching(String pattern) {
        return wire.statements().stream().filter(seen -> seen.matches(pattern)).toList();
    }

    @Nullable Object balance(int id) {
        return db.query("select balance from account where id = ?", id).cell();
    }
}
