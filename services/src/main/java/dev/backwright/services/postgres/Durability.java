package dev.backwright.services.postgres;

import java.util.List;
import java.util.stream.Stream;

/// Whether what a cluster holds must survive.
enum Durability {
    /// The platform's: every commit is on the disk before it is answered; ends in order when we die.
    KEPT(
            "INT",
            "--sync-method=fsync",
            """
            fsync=on synchronous_commit=on full_page_writes=on
            max_connections=100 shared_buffers=64MB log_min_messages=warning
            """),
    /// The labs': nothing survives, everything is quick; drops dead when we die.
    THROWN_AWAY(
            "QUIT",
            "--no-sync",
            """
            fsync=off synchronous_commit=off full_page_writes=off
            wal_level=minimal max_wal_senders=0 checkpoint_timeout=1h
            autovacuum=off jit=off io_method=sync deadlock_timeout=200ms
            max_connections=300 shared_buffers=64MB
            log_min_messages=fatal log_min_error_statement=panic
            """);

    private static final String ALWAYS =
            """
            listen_addresses=127.0.0.1 unix_socket_directories= ssl=off
            password_encryption=scram-sha-256 timezone=UTC log_timezone=UTC logging_collector=off
            """;

    private final String deathSignal;
    private final String initOption;
    private final String settings;

    Durability(String deathSignal, String initOption, String settings) {
        this.deathSignal = deathSignal;
        this.initOption = initOption;
        this.settings = settings;
    }

    /// What the postmaster gets when we end: `INT` closes in order, `QUIT` at once.
    String deathSignal() {
        return deathSignal;
    }

    String initOption() {
        return initOption;
    }

    /// The words of the command line that set all this.
    List<String> options() {
        return Stream.of((ALWAYS + settings).strip().split("\\s+"))
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }
}
