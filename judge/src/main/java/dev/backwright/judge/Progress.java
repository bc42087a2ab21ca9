package dev.backwright.judge;

/// Told what the judge is doing, as it happens, from one thread at a time.
public interface Progress {

    /// Nobody listens.
    Progress NONE = new Progress() {};

    /// A phase begins: `prepare`, `boot`, `check`, `report`.
    default void phase(String name) {}

    /// A check is done. Its outcome may yet become `blocked` no more.
    default void checked(Report.CheckResult result) {}
}
