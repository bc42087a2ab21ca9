package dev.backwright.services.mysql;

import dev.backwright.services.Listener;
import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.nio.file.Path;
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

    private MySqlServer server;
    MySqlDatabase db;
    ServiceWire wire;
    Listener listener;

    @BeforeAll
    void startServer(@TempDir Path folder) {
        server = Given.server(folder);
    }

    @BeforeEach
    void createDatabase() throws IOException {
        db = server.create(Given.ACCOUNTS);
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

    /// Runs a program in Node that finds the wire in `MYSQL_URL`.
    String node(Path folder, String program) throws Exception {
        return Node.run(
                folder,
                "MYSQL_URL",
                listener.url(),
                "(async () => {\n"
                        + program
                        + "\n})().catch(e => { console.log('FAILED ' + e.stack); process.exit(1) });");
    }

    List<SeenStatement> matching(String pattern) {
        return wire.statements().stream().filter(seen -> seen.matches(pattern)).toList();
    }

    List<String> texts() {
        return wire.statements().stream().map(SeenStatement::text).toList();
    }

    List<Long> rows() {
        return wire.statements().stream().map(SeenStatement::rows).toList();
    }

    List<Integer> transactions() {
        return wire.statements().stream().map(SeenStatement::transaction).toList();
    }

    @Nullable Object balance(int id) {
        return db.query("select balance from account where id = ?", id).cell();
    }
}
