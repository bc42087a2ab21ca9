/// MySQL for checks: the learner's database during one check, and the server behind all of them.
///
/// Knows checks, services and the judge's rooms sql and service. Must not know labs or reports.
@NullMarked
package dev.backwright.judge.mysql;

import org.jspecify.annotations.NullMarked;
