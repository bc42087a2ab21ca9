package dev.backwright.academy.tracing;

/// What a run of a program showed to the world.
///
/// @param out standard output
/// @param err standard error
/// @param exit exit code; 128 + n after signal n
record Said(String out, String err, int exit) {

    /// Whether a person who compares them sees the same: errors are worded by Node's own machinery and lead through its own files,
    /// so standard error is not held against.
    boolean agrees(Said other) {
        return out.equals(other.out) && exit == other.exit;
    }
}
