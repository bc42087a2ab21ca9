package dev.backwright.tracer.node;

/// How a program ended.
public record Ending(int exit, By by) {

    /// What ended it.
    public enum By {
        /// Nothing was left to do.
        FINISHED,
        /// It called `process.exit`.
        EXIT,
        /// An error that nobody caught.
        UNCAUGHT,
        /// Its time was up; `exit` says nothing.
        TIME
    }
}
