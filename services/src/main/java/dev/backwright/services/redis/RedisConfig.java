package dev.backwright.services.redis;

import java.nio.file.Path;
import java.util.List;

/// What a throw-away server is told when it starts. Nobody else can read it: the passwords stand in it.
///
/// @param socket where it listens, and nowhere else
/// @param password the learner's, of the user `default`
/// @param judgePassword ours, of the user [#JUDGE]
record RedisConfig(Path socket, String password, String judgePassword) {

    static final String JUDGE = "backwright";

    /// What could change the server, look at other connections, hold up everybody, or reach other machines.
    private static final List<String> FORBIDDEN =
            List.of(
                    "acl",
                    "bgrewriteaof",
                    "bgsave",
                    "client|kill",
                    "client|list",
                    "client|no-evict",
                    "client|pause",
                    "client|unpause",
                    "cluster",
                    "config",
                    "debug",
                    "failover",
                    "lastsave",
                    "latency",
                    "migrate",
                    "module",
                    "monitor",
                    "psync",
                    "replconf",
                    "replicaof",
                    "save",
                    "shutdown",
                    "slaveof",
                    "swapdb",
                    "sync");

    String text() {
        return """
        port 0
        unixsocket %s
        unixsocketperm 700
        dir %s
        daemonize no
        logfile ""
        save ""
        appendonly no
        maxmemory 64mb
        maxmemory-policy noeviction
        maxclients 200
        maxmemory-clients 64mb
        oom-score-adj absolute
        oom-score-adj-values 900 900 900
        client-query-buffer-limit 64mb
        client-output-buffer-limit normal 64mb 0 0
        client-output-buffer-limit pubsub 32mb 0 0
        lua-time-limit 1000
        crash-log-enabled no
        databases 16
        protected-mode yes
        user default reset on >%s ~* &* +@all %s
        user %s reset on >%s ~* &* +@all
        """
                .formatted(
                        quoted(socket),
                        quoted(socket.resolveSibling(".")),
                        password,
                        denied(),
                        JUDGE,
                        judgePassword);
    }

    private static String denied() {
        return String.join(" ", FORBIDDEN.stream().map(command -> "-" + command).toList());
    }

    private static String quoted(Path path) {
        return "\""
                + path.normalize().toString().replace("\\", "\\\\").replace("\"", "\\\"")
                + "\"";
    }
}
