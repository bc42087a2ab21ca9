package dev.backwright.judge;

/// Told what the judge is doing, as it happens, from one thread at a time.
public interface Progress {

    /// Nobody listens.
    Progress NONE = new Progress() {};

    /// A phase begins: `prepare`, `boot`, `check`, `report`.
    default void phase(String name) {}

    /// A check is done. One that found the program not to start may be told once more, as `blocked`: by a check before it in the
    /// lab's order that found the same later.
    default void checked(Report.CheckResult result) {}
}
