package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.FileTrees;
import dev.backwright.services.server.ServerProcess;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A private `mongod`: a replica set of one, so that there are transactions, with a password, on the loopback address.
final class Mongod implements Host {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final String ADMIN = "backwright";

    private final Path folder;
    private final ServerProcess process;
    private final RealHost host;

    private Mongod(Path folder, ServerProcess process, RealHost host) {
        this.folder = folder;
        this.process = process;
        this.host = host;
    }

    /// The one on the search path.
    static Optional<Path> find() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(":", -1))
                .filter(place -> place.startsWith("/"))
                .map(place -> Path.of(place, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param area gets a folder of its own
    static Mongod start(Path program, Path area) {
        Path folder =
                area.resolve("mongo-" + ProcessHandle.current().pid() + "-" + Credentials.random());
        int port = freePort();
        try {
            ServerProcess process = launch(program, folder, port);
            try {
                return new Mongod(folder, process, new RealHost(prepare(process, folder, port)));
            } catch (RuntimeException e) {
                process.close();
                throw e;
            }
        } catch (RuntimeException e) {
            FileTrees.delete(folder);
            throw e;
        }
    }

    private static ServerProcess launch(Path program, Path folder, int port) {
        var user = ServerUser.lasting();
        Path data = folder.resolve("data");
        Path key = folder.resolve("key");
        try {
            Files.createDirectories(data);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Files.writeString(key, Credentials.random());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        } catch (IOException e) {
            throw Failures.io("make the folder", folder, e);
        }
        user.own(data);
        user.own(key);
        List<String> command =
                List.of(
                        program.toString(),
                        "--dbpath",
                        data.toString(),
                        "--keyFile",
                        key.toString(),
                        "--port",
                        String.valueOf(port),
                        "--bind_ip",
                        "127.0.0.1",
                        "--replSet",
                        "backwright",
                        "--nounixsocket",
                        "--wiredTigerCacheSizeGB",
                        "0.25");
        return ServerProcess.start(
                "MongoDB",
                user,
                user.command("KILL", parent(program), folder, command),
                "KILL",
                folder.resolve("log"));
    }

    private static Path parent(Path program) {
        Path parent = program.getParent();
        return parent == null ? program : parent;
    }

    /// The first user may be made without one, from this machine.
    private static MongoLogin prepare(ServerProcess process, Path folder, int port) {
        var open = MongoLogin.open("127.0.0.1", port, "admin");
        if (!process.await(() -> connects(open), READY_WITHIN)) {
            throw notReady(folder);
        }
        String password = Credentials.random();
        try (var session = Session.open(open)) {
            session.run(
                    "{replSetInitiate: {_id: 'backwright', members: [{_id: 0, host: '127.0.0.1:%d'}]}}"
                            .formatted(port));
            if (!process.await(() -> writable(session), READY_WITHIN)) {
                throw notReady(folder);
            }
            session.run(
                    "{createUser: '%s', pwd: '%s', roles: ['root']}".formatted(ADMIN, password));
        }
        return open.as(ADMIN, password, "admin");
    }

    private static boolean connects(MongoLogin login) {
        try (var session = Session.open(login)) {
            session.run("{hello: 1}");
            return true;
        } catch (ServiceException notYet) {
            return false;
        }
    }

    private static boolean writable(Session session) {
        var hello = session.run("{hello: 1}");
        return hello.containsKey("isWritablePrimary")
                && hello.getBoolean("isWritablePrimary").getValue();
    }

    private static ServiceException notReady(Path folder) {
        try {
            return Failures.said(
                    "start MongoDB in", folder, Files.readString(folder.resolve("log")));
        } catch (IOException e) {
            return Failures.io("read the log of MongoDB in", folder, e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceException(
                    "No free port on the loopback address: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public Place place() {
        return host.place();
    }

    @Override
    public String version() {
        return host.version();
    }

    @Override
    public void close() {
        host.close();
        process.close();
        FileTrees.delete(folder);
    }
}
