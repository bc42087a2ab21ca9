/// Node's own JavaScript library on GraalJS: the native bindings, the loaders' files, the event loop on virtual time.
///
/// The library comes out of the pinned Node when this module is built. A binding that is not there is a clear error, never a quiet nothing.
@NullMarked
package dev.backwright.tracer.node;

import org.jspecify.annotations.NullMarked;
