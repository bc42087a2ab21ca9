package dev.backwright.services.mysql;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Credentials;
import dev.backwright.services.server.Failures;
import dev.backwright.services.server.FileTrees;
import dev.backwright.services.server.FolderLock;
import dev.backwright.services.server.ServerProcess;
import dev.backwright.services.server.ServerUser;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/// A MariaDB of our own over a folder under a lock, on the loopback address, with one account: ours, whose password nobody else has.
final class MariaDb implements MySqlHost {

    private static final String ACCOUNT = "backwright";
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 40;

    /// Quick, and nothing of it survives. Modes as MySQL's, but for one: MariaDB refuses with ONLY_FULL_GROUP_BY what MySQL takes.
    /// Without symbolic links no table can be laid outside the folder (DATA DIRECTORY).
    private static final String SETTINGS =
            """
            bind-address=127.0.0.1 skip-name-resolve socket=mysql.sock pid-file=pid
            skip-symbolic-links local-infile=0 skip-log-bin performance-schema=off
            sql-mode=STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
            character-set-server=utf8mb4 default-time-zone=+00:00 max-allowed-packet=64M
            max-connections=400 max-prepared-stmt-count=1000000
            innodb-lock-wait-timeout=5 lock-wait-timeout=10 idle-transaction-timeout=60
            innodb-buffer-pool-size=64M aria-pagecache-buffer-size=8M key-buffer-size=1M
            innodb-temp-data-file-path=ibtmp1:12M:autoextend:max:1G
            debug-no-sync innodb-flush-log-at-trx-commit=0 innodb-doublewrite=0 innodb-use-native-aio=0
            innodb-buffer-pool-dump-at-shutdown=0 innodb-buffer-pool-load-at-startup=0
            """;

    private final MariaDbFolder folder;
    private final FolderLock lock;
    private final ServerProcess process;
    private final MySqlLogin login;

    private MariaDb(
            MariaDbFolder folder, FolderLock lock, ServerProcess process, MySqlLogin login) {
        this.folder = folder;
        this.lock = lock;
        this.process = process;
        this.login = login;
    }

    /// Starts over a copy of `template`, which a process of ours made.
    static MariaDb start(
            MariaDbPrograms programs,
            MariaDbFolder folder,
            MariaDbFolder template,
            IntSupplier ports) {
        FolderLock lock = FolderLock.take(folder.make().folder());
        try {
            folder.copyFrom(template);
            for (int tries = 1; ; tries++) {
                int port = ports.getAsInt();
                String password = Credentials.random();
                var process = launch(programs, folder, port, password);
                if (ready(process, folder)) {
                    FileTrees.delete(folder.first());
                    var login = new MySqlLogin("127.0.0.1", port, "", ACCOUNT, password);
                    return new MariaDb(folder, lock, process, login);
                }
                process.close();
                requireTakenPort(folder, tries);
            }
        } catch (RuntimeException e) {
            FileTrees.delete(folder.folder());
            lock.close();
            throw e;
        }
    }

    private static ServerProcess launch(
            MariaDbPrograms programs, MariaDbFolder folder, int port, String password) {
        var user = ServerUser.lasting();
        FileTrees.delete(folder.first());
        String account = "'" + ACCOUNT + "'@'127.0.0.1'";
        folder.writeFirst(
                "create or replace user %s identified by '%s';\n".formatted(account, password)
                        + "grant all on *.* to %s with grant option;\n".formatted(account),
                user);
        var words =
                new ArrayList<>(
                        List.of(
                                programs.server().toString(),
                                "--no-defaults",
                                "--basedir=" + programs.base(),
                                "--datadir=" + folder.data(),
                                "--tmpdir=" + folder.tmp(),
                                "--init-file=" + folder.first(),
                                "--port=" + port));
        words.addAll(MariaDbFolder.SIZES);
        for (String setting : SETTINGS.strip().split("\\s+", -1)) {
            words.add("--" + setting);
        }
        var command = user.command("KILL", programs.base(), folder.folder(), words);
        return ServerProcess.start("MariaDB", user, command, "KILL", folder.log());
    }

    private static boolean ready(ServerProcess process, MariaDbFolder folder) {
        boolean ready =
                process.await(() -> log(folder).contains("ready for connections"), READY_WITHIN);
        if (!ready && process.alive()) {
            process.close();
            throw Failures.said(
                    "start MariaDB in",
                    folder.folder(),
                    "it is not ready after a minute. " + log(folder));
        }
        return ready;
    }

    private static void requireTakenPort(MariaDbFolder folder, int tries) {
        String said = log(folder);
        if (tries == TRIES || !said.contains("Bind on TCP/IP port")) {
            throw Failures.said("start MariaDB in", folder.folder(), said);
        }
    }

    private static String log(MariaDbFolder folder) {
        try {
            return Files.exists(folder.log()) ? Files.readString(folder.log()) : "";
        } catch (IOException e) {
            throw new ServiceException("Cannot read " + folder.log() + ": " + e + ".", e);
        }
    }

    @Override
    public MySqlLogin login() {
        return login;
    }

    /// Where its clients come from, as accounts say it.
    @Override
    public String origin() {
        return "127.0.0.1";
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public void close() {
        process.close();
        FileTrees.delete(folder.folder());
        lock.close();
    }
}
