/// Makes evidence fit to be kept and shown: valid Unicode, nothing invisible, no more than fits.
///
/// ```text
///   requests + statements ──► Scenes (what belongs together, by time) ──► Evidence.Wires
///   Evidence ──► Masking (secrets) ──► Trim (budget, in a Room; Clean makes text harmless) ──► Report
///   Request  ──► Curl (a command that sends it again)
///   Report   ──► Moment, TransactionSpan, StepWords (for whoever draws a scene)
/// ```
///
/// Knows checks only.
@NullMarked
package dev.backwright.judge.evidence;

import org.jspecify.annotations.NullMarked;
