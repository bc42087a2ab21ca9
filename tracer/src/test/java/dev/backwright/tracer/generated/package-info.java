/// Programs nobody wrote: made from a seed, the same from the same, and with one outcome only in real Node.
@NullMarked
package dev.backwright.tracer.generated;

import org.jspecify.annotations.NullMarked;
