/// Looks at a running program in each of its steps and writes what has changed, as docs/trace-format.md has it.
@NullMarked
package dev.backwright.tracer.record;

import org.jspecify.annotations.NullMarked;
