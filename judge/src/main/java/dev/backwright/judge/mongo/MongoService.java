package dev.backwright.judge.mongo;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.mongo.MongoDatabase;
import dev.backwright.services.mongo.MongoServer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// MongoDB: the server that `backwright.mongo.url` names (or `BACKWRIGHT_MONGO_URL` in the environment, which other users cannot
/// read), a `mongod` of our own, or an emulator. Each check gets an empty database with the documents of the lab's `data.json`.
public final class MongoService implements Service {

    private final Path home;
    private @Nullable MongoServer server;

    /// @param home where temporary files may lie
    public MongoService(Path home) {
        this.home = home;
    }

    @Override
    public Kind kind() {
        return Kind.MONGO;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        MongoDatabase database = server().create();
        try {
            database.fill(data.getOrDefault("data.json", "{}"));
            return new LearnersMongo(database, origin);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Optional<String> lacking(Collection<String> abilities) {
        MongoServer at = server();
        return at.lacking(abilities).map(name -> sentence(name, at.version()));
    }

    private static String sentence(String ability, String version) {
        String which =
                version.equals("emulator")
                        ? "the emulator that stands in for MongoDB on this machine"
                        : "the MongoDB " + version + " at hand";
        return "This check rests on `%s`, which %s does not have: put a mongod on the search path, or name a server with backwright.mongo.url."
                .formatted(ability, which);
    }

    private synchronized MongoServer server() {
        if (server == null) {
            server = MongoServer.open(setting(), home.resolve("run"));
        }
        return server;
    }

    private static @Nullable String setting() {
        return System.getProperty("backwright.mongo.url", System.getenv("BACKWRIGHT_MONGO_URL"));
    }

    @Override
    public synchronized Optional<String> version() {
        return Optional.ofNullable(server).map(MongoServer::version);
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
