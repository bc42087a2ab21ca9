/// Runs an untrusted process under limits.
///
/// ```text
///   Launch (files, command, limits, wires) ──► Sandbox.start ──► Running ──► Outcome
///                                                                  │ output, signals, control channel
///     the learner's process ◄── relay ──► wires (handlers of ours) ┘
/// ```
///
/// What may happen to a learner's process is an [dev.backwright.sandbox.Outcome]; what is our fault is a
/// [dev.backwright.sandbox.SandboxException]. Must not know labs, checks or databases.
@NullMarked
package dev.backwright.sandbox;

import org.jspecify.annotations.NullMarked;
