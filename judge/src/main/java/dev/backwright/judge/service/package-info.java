/// The services a lab may need, as one shape.
///
/// ```text
///   Kind (name in needs, type a check asks for, environment variable)
///   Service (lives as long as the judge) ── open ──► OpenService (one check: words, wire, evidence)
///   OpenServices: all of one check's, opened ahead of it or when asked for
/// ```
///
/// **Adding one.** A line in [Kind]; a package beside this one with its [Service] and [OpenService]; a line in the bench's
/// `Services`. Nothing else names services one by one.
///
/// Knows checks, sandbox and what was seen. Must not know any service by itself, nor who judges.
@NullMarked
package dev.backwright.judge.service;

import org.jspecify.annotations.NullMarked;
