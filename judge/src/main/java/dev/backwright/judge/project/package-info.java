/// A check's words about a submission as a project: commands in a working copy, one after another.
///
/// ```text
///   LearnersProject ──► Clerk ── frames of the room program ──► clerk.cjs in the sandbox ──► npm, yarn, node …
/// ```
///
/// One sandbox stays for the whole check, and in it a small program of ours that starts what it is told to and hands out files.
/// Knows checks, sandbox and the rooms program (its frames), app (how a process ended), json and seen. Must not know labs, reports
/// or who judges.
@NullMarked
package dev.backwright.judge.project;

import org.jspecify.annotations.NullMarked;
