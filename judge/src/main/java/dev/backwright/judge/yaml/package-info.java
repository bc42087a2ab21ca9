/// Reads YAML strictly: unknown keys, wrong types and bad values are all collected, each with its file and key.
///
/// Knows nothing of labs.
@NullMarked
package dev.backwright.judge.yaml;

import org.jspecify.annotations.NullMarked;
