package dev.backwright.sandbox;

import java.util.SortedMap;

/// A process that was started before its files were known, and waits for them.
///
/// ```java
/// try (var ahead = sandbox.ahead(launch.withControl())) {
///     var running = ahead.deliver(files);
///     running.controlOut().write(GO);
/// }
/// ```
public interface Ahead extends AutoCloseable {

    /// Copies the files into the work folder, and starts the clock of the limits. Only once.
    ///
    /// @throws SandboxException when they could not be copied, or the process is gone: never the learner's fault
    Running deliver(SortedMap<String, byte[]> files);

    /// Whether it still waits.
    boolean isAlive();

    /// Ends it, whether files were delivered or not.
    @Override
    void close();
}
