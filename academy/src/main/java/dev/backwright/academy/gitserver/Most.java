package dev.backwright.academy.gitserver;

/// How much somebody may push.
final class Most {

    /// Bytes of one push, packed.
    static final long PUSH = 12L << 20;

    /// Bytes of one repository, packed.
    static final long REPOSITORY = 50L << 20;

    /// Bytes of one object, unpacked: as many as a file may have that is handed in.
    static final long OBJECT = 1_000_000;

    /// Files, folders and commits of one push.
    static final long OBJECTS = 5_000;

    /// Bytes of all objects of one push, unpacked.
    static final long UNPACKED = 64L << 20;

    /// Branches of one repository.
    static final int BRANCHES = 50;

    /// Packs of one repository; beyond that they are made one.
    static final int PACKS = 16;

    private Most() {}
}
