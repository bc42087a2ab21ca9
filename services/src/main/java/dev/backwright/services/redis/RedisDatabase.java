package dev.backwright.services.redis;

import dev.backwright.services.wire.Endpoint;
import dev.backwright.services.wire.ServiceWire;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A throw-away Redis: a server process of its own, gone when this is closed. What is asked here goes straight to it, past any wire.
///
/// ```java
/// try (var redis = RedisDatabase.start(RedisProgram.find(null), area)) {
///     redis.run("set", "article:1", "text");
/// }
/// ```
public final class RedisDatabase implements AutoCloseable {

    private final RedisServer server;
    private final RedisSession session;
    private final RedisSession watch;
    private final ServiceWire wire;

    private RedisDatabase(RedisServer server) {
        this.server = server;
        this.session = new RedisSession(server.socket(), server.judgePassword());
        this.watch = new RedisSession(server.socket(), server.judgePassword());
        var address = UnixDomainSocketAddress.of(server.socket());
        this.wire =
                new ServiceWire(
                        new Endpoint("redis", address, this::url, this::idle), Commands::new);
    }

    /// Starts one in a folder of its own below `area`.
    public static RedisDatabase start(RedisProgram program, Path area) {
        var database = new RedisDatabase(RedisServer.start(program, area));
        try {
            database.run("ping");
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private String url(String host, int port) {
        return "redis://default:" + server.password() + "@" + host + ":" + port;
    }

    /// A server that answers works on nothing: it has one thread.
    private boolean idle() {
        try {
            watch.run(List.of("ping"));
            return true;
        } catch (RuntimeException busyOrGone) {
            return !(busyOrGone instanceof RedisRefused);
        }
    }

    /// The wire on which the learner's program comes here.
    public ServiceWire wire() {
        return wire;
    }

    /// How people on this machine get there.
    public String address() {
        return "redis-cli -s " + server.socket() + " --pass " + server.password();
    }

    /// Runs a command.
    ///
    /// @return a text, `Long`, `Double`, `Boolean`, list, map or `null`
    /// @throws RedisRefused where Redis answers with an error
    public @Nullable Object run(String... command) {
        return session.run(Arrays.asList(command));
    }

    /// The process id of the server.
    public long pid() {
        return server.pid();
    }

    @Override
    public void close() {
        wire.close();
        session.close();
        watch.close();
        server.close();
    }
}
