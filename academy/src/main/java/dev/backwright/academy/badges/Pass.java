package dev.backwright.academy.badges;

import dev.backwright.judge.LabId;
import java.time.Instant;
import java.util.UUID;

/// A version that a judge of this academy found to pass.
///
/// @param number of this learner's versions of the lab
/// @param at when it was judged; of what an archive brought, when it came
/// @param clean whether the solution had not been seen before
/// @param labDigest of the lab it was judged by
/// @param judge version of the judge
/// @param files digest of the files
/// @param report SHA-256 of the report
record Pass(
        LabId lab,
        UUID version,
        int number,
        Instant at,
        boolean clean,
        String labDigest,
        String judge,
        String files,
        String report) {}
