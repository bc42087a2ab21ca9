package dev.backwright.services.mongo;

/// What has databases to give.
interface Host extends AutoCloseable {

    /// An empty one.
    Place place();

    /// What it is, for a report: `emulator`, `8.0.4`.
    String version();

    @Override
    void close();
}
