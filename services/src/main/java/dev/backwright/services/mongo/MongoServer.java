package dev.backwright.services.mongo;

import dev.backwright.services.mongo.emulator.Emulators;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where labs' MongoDB databases come from: a server that a setting names, else a `mongod` on the search path, else an
/// emulator. What the one at hand can do is found out by trying ([#lacking]).
///
/// ```java
/// try (var server = MongoServer.open(null, area); var db = server.create()) { … }
/// ```
public final class MongoServer implements AutoCloseable {

    private final Host host;
    private final Capabilities capabilities;

    private MongoServer(Host host) {
        this.host = host;
        this.capabilities = new Capabilities(host);
    }

    /// The best there is.
    ///
    /// @param url the value of `backwright.mongo.url`; null or blank where it is not set
    /// @param area where a private `mongod` may keep its files; what is there is gone afterwards
    public static MongoServer open(@Nullable String url, Path area) {
        if (url != null && !url.isBlank()) {
            return at(url);
        }
        return Mongod.find()
                .map(program -> started(program, area))
                .orElseGet(MongoServer::emulated);
    }

    /// The `mongod` that would be started where no server is named; without one it is the emulator.
    public static Optional<Path> program() {
        return Mongod.find();
    }

    /// A running server; the address names a user who may create users.
    public static MongoServer at(String url) {
        return new MongoServer(new RealHost(MongoLogin.parse(url)));
    }

    /// A private server.
    static MongoServer started(Path program, Path area) {
        return new MongoServer(Mongod.start(program, area));
    }

    /// The emulator.
    public static MongoServer emulated() {
        return new MongoServer(new EmulatedHost(new Emulators()));
    }

    /// What it is, for a report: `emulator`, `8.0.4`.
    public String version() {
        return host.version();
    }

    /// A fresh, empty database.
    public MongoDatabase create() {
        return new MongoDatabase(host.place());
    }

    /// Of these capabilities, the first that the server does not have.
    ///
    /// @param names of [Capabilities#names]
    public Optional<String> lacking(Collection<String> names) {
        return names.stream().filter(name -> !capabilities.has(name)).findFirst();
    }

    @Override
    public void close() {
        host.close();
    }
}
