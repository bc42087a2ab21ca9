package dev.backwright.services.redis;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.LabFolders;
import dev.backwright.services.server.OwnFolder;
import dev.backwright.services.server.ServerProcess;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/// A server of our own on a Unix socket, which keeps nothing; one that dies is started again, empty.
final class RedisServer implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(20);
    private static final int MOST_STARTS = 20;

    /// What a socket's address holds on every system we run on.
    private static final int LONGEST_PATH = 103;

    private final RedisProgram program;
    private final OwnFolder folder;
    private final ServerUser user = ServerUser.lasting();
    private final String password = Credentials.random();
    private final String judgePassword = Credentials.random();
    private volatile ServerProcess process;
    private int starts;
    private boolean closed;

    private RedisServer(RedisProgram program, OwnFolder folder) {
        this.program = program;
        this.folder = folder;
        makeRoom();
        this.process = launch();
    }

    /// Starts one in a folder of its own below `area`.
    static RedisServer start(RedisProgram program, Path area) {
        OwnFolder folder = OwnFolder.make(new LabFolders(area, "redis"));
        try {
            return new RedisServer(program, folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    Path socket() {
        return data().resolve("s");
    }

    String password() {
        return password;
    }

    String judgePassword() {
        return judgePassword;
    }

    long pid() {
        return process.pid();
    }

    private Path data() {
        return folder.path().resolve("d");
    }

    private Path log() {
        return folder.path().resolve("log");
    }

    private void makeRoom() {
        if (socket().toString().length() > LONGEST_PATH) {
            throw new ServiceException(
                    "The path of a socket may have %d characters, and %s is longer: choose a shorter BACKWRIGHT_HOME."
                            .formatted(LONGEST_PATH, socket()));
        }
        try {
            var ours = PosixFilePermissions.fromString("rwx------");
            Files.createDirectory(data(), PosixFilePermissions.asFileAttribute(ours));
            Files.writeString(config(), new RedisConfig(socket(), password, judgePassword).text());
            Files.setPosixFilePermissions(config(), PosixFilePermissions.fromString("rw-------"));
            user.own(data());
        } catch (IOException e) {
            throw Failures.io("make a Redis server in", folder.path(), e);
        }
    }

    private Path config() {
        return data().resolve("redis.conf");
    }

    private ServerProcess launch() {
        var words = List.of(program.file().toString(), config().toString());
        var command =
                user.command("KILL", program.file().resolveSibling("."), folder.path(), words);
        var started = ServerProcess.start("Redis", user, command, "KILL", log());
        if (!started.await(this::accepts, READY_WITHIN)) {
            started.close();
            throw Failures.said("start Redis in", folder.path(), logged());
        }
        starts++;
        started.onEnd(this::restart);
        return started;
    }

    /// The socket is there a moment before anybody listens.
    private boolean accepts() {
        try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String logged() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }

    private synchronized void restart() {
        if (!closed && starts < MOST_STARTS) {
            try {
                Files.deleteIfExists(socket());
                process = launch();
            } catch (IOException | ServiceException e) {
                System.getLogger(RedisServer.class.getName())
                        .log(System.Logger.Level.WARNING, "Redis cannot be started again", e);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.close();
        folder.close();
    }
}
