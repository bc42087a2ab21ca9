/// JSON of strangers: parsed, looked into, and turned into Java's values.
///
/// Knows nothing of ours.
@NullMarked
package dev.backwright.judge.json;

import org.jspecify.annotations.NullMarked;
