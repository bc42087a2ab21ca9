/// Node's own JavaScript library on GraalJS: the native bindings, the files a program sees, the event loop on virtual time.
///
/// ```text
///  NodeProcess ── boot.js ── Node's library (`node:…`, out of the pinned Node when this module is built)
///      │             └────── our bindings (`backwright:…`: util.js, loop.js, fs.js, modules.js …)
///      │                          └── Host: functions written in Java (TypeTests, Bytes, Promises, ModuleRecords …)
///      ├── EventLoop ── Microtasks, Completions, Clock, Phases ──► Observer
///      ├── Failures ─── Output ──► Observer
///      └── TextCorrections ── V8Texts (TypeTexts, SyntaxTexts, ValueTexts …), CallDepth, Throws
/// ```
///
/// A binding that is not there is a clear error, never a quiet nothing. Nothing of the host can be read but what [Files][dev.backwright.tracer.node.Files] gives.
/// Knows nothing of recording: whoever looks is an [Observer][dev.backwright.tracer.node.Observer], or an instrument that asks
/// [NodeProcess#isProgram(Source)][dev.backwright.tracer.node.NodeProcess] which sources are the program's.
@NullMarked
package dev.backwright.tracer.node;

import org.jspecify.annotations.NullMarked;
