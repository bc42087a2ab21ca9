package dev.backwright.academy.tracing;

import org.jspecify.annotations.Nullable;

/// A recorded run beside one in real Node.
///
/// @param traced the recording
/// @param node what real Node made of it; `null` where none could be asked
/// @param absence why none could be asked; `null` where one was
record Recording(Traced traced, @Nullable Said node, @Nullable String absence) {

    /// `yes`, `no`, or `unknown` where real Node could not be asked.
    String same() {
        if (node == null) {
            return "unknown";
        }
        return node.agrees(traced.said()) ? "yes" : "no";
    }
}
