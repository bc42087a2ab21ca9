/// The recorder's Node beside the pinned one: the same programs, the same console, the same exit code.
@NullMarked
package dev.backwright.tracer.node;

import org.jspecify.annotations.NullMarked;
