package dev.backwright.services.wire;

/// Makes statements wait before the server has anything of them.
interface Pause {

    boolean holds(SeenEntry statement);

    /// Waits as long as it has to.
    ///
    /// @return whether it had to wait
    boolean pass(int connection, SeenEntry statement) throws InterruptedException;

    /// Lets go of all that wait, and makes nothing wait any more.
    void release();
}
