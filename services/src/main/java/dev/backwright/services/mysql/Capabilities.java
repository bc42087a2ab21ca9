package dev.backwright.services.mysql;

/// What the two ends of a connection can do, as bits: "Capabilities Flags", MySQL Source Code Documentation, and from bit 32 on those of
/// MariaDB, "Connection", MariaDB's client/server protocol.
record Capabilities(long bits) {

    /// Set by servers that are no MariaDB, and by clients that know nothing of MariaDB's own bits.
    static final long MYSQL = 1;

    static final long COMPRESS = 1L << 5;
    static final long LOCAL_FILES = 1L << 7;
    static final long PROTOCOL_41 = 1L << 9;
    static final long SSL = 1L << 11;
    static final long MULTI_STATEMENTS = 1L << 16;
    static final long DEPRECATE_EOF = 1L << 24;
    static final long OPTIONAL_METADATA = 1L << 25;
    static final long ZSTD = 1L << 26;
    static final long QUERY_ATTRIBUTES = 1L << 27;

    /// Of MariaDB's own only the one that adds to column definitions, which nobody here looks into.
    private static final long MARIADB_READABLE = 1L << 35;

    /// What would make a connection unreadable, and would let the server ask a client for its files.
    private static final long HIDDEN =
            COMPRESS | LOCAL_FILES | SSL | OPTIONAL_METADATA | ZSTD | QUERY_ATTRIBUTES;

    /// What of these each end may see of the other.
    Capabilities readable() {
        return new Capabilities(bits & ~HIDDEN & (0xffff_ffffL | MARIADB_READABLE));
    }

    boolean has(long capability) {
        return (bits & capability) != 0;
    }

    Capabilities and(Capabilities other) {
        return new Capabilities(bits & other.bits);
    }

    /// The byte at an offset counted in bytes from the least.
    byte at(int offset) {
        return (byte) (bits >>> (8 * offset));
    }
}
