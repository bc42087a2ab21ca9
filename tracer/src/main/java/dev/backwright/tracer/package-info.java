/// Records a JavaScript program step by step. A program of its own: sources in, console output or a trace (docs/trace-format.md) out.
///
/// ```text
///   main ──► record     what is looked at in each step, as merge patches
///     └────► node       Node's own JavaScript library on GraalJS: bindings, loaders, event loop on virtual time
/// ```
///
/// `node` does not know that it is being recorded: it tells an observer what it does. Knows GraalJS and nothing else of Backwright.
@NullMarked
package dev.backwright.tracer;

import org.jspecify.annotations.NullMarked;
