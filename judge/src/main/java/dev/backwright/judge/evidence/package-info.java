/// Makes evidence fit to be kept and shown: valid Unicode, nothing invisible, no more than fits.
///
/// ```text
///   Evidence ──► Clean (text) ──► Trim (budget) ──► Report
///   Request  ──► Curl (a command that sends it again)
/// ```
///
/// Knows checks only.
@NullMarked
package dev.backwright.judge.evidence;

import org.jspecify.annotations.NullMarked;
