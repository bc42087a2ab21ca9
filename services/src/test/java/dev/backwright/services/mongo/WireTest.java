package dev.backwright.services.mongo;

import dev.backwright.services.Listener;
import dev.backwright.services.Node;
import dev.backwright.services.wire.SeenStatement;
import dev.backwright.services.wire.ServiceWire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An emulator for the class, a database and its wire for each test, and programs with the real drivers on it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireTest {

    @TempDir Path folder;
    private MongoServer server;
    MongoDatabase db;
    ServiceWire wire;
    Listener listener;

    @BeforeAll
    void startServer() {
        server = MongoServer.emulated();
    }

    @BeforeEach
    void createDatabase() throws IOException {
        db = server.create();
        wire = db.wire();
        listener = new Listener(wire);
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

    /// With `db` and `client` of the driver.
    String driver(String program) throws Exception {
        return node(
                """
                const { MongoClient, ObjectId } = require('mongodb');
                const client = new MongoClient(process.env.MONGO_URL);
                const db = client.db();
                """,
                program + "\nawait client.close();");
    }

    /// With `mongoose`, connected.
    String mongoose(String program) throws Exception {
        return node(
                "const mongoose = require('mongoose');\n",
                "await mongoose.connect(process.env.MONGO_URL);\n"
                        + program
                        + "\nawait mongoose.disconnect();");
    }

    private String node(String before, String program) throws Exception {
        return Node.run(
                folder,
                "MONGO_URL",
                listener.url(),
                before
                        + "(async () => {\n"
                        + program
                        + "\n})().catch(e => { console.log('FAILED ' + e.stack); process.exit(1) });");
    }

    List<SeenStatement> matching(String pattern) {
        return wire.statements().stream().filter(seen -> seen.matches(pattern)).toList();
    }

    List<String> texts() {
        return wire.statements().stream().map(SeenStatement::text).toList();
    }

    @Nullable Object field(String collection, String filter, String name) {
        List<Map<String, @Nullable Object>> found = db.find(collection, filter);
        return found.size() == 1 ? found.getFirst().get(name) : found.size() + " documents";
    }
}
