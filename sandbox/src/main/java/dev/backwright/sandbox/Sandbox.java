package dev.backwright.sandbox;

/// Starts untrusted processes, each under limits and apart from all others.
public interface Sandbox extends AutoCloseable {

    /// Copies the files into a work folder of the run's own, starts the command there and returns at once.
    ///
    /// @throws SandboxException when it could not be started: never the learner's fault
    Running start(Launch launch);

    /// Starts the command before its files are known, so that it can be at work the moment they are: the command itself
    /// has to wait, for a word on its control channel. No clock runs yet.
    ///
    /// @throws SandboxException when it could not be started: never the learner's fault
    Ahead ahead(Launch launch);

    /// What keeps the process apart, for reports and `doctor`.
    Isolation isolation();

    /// Ends whatever still runs and removes what is left.
    @Override
    void close();
}
