/// The standing tests: what holds for every lab, found in the course's folder and judged for real.
///
/// ```text
///   Course ──► labs, misconceptions, coverage
///     ├─ FolderTest      ids, hints, minutes, counts, files that differ
///     ├─ LessonTest      words, snippets that run, questions, links
///     ├─ CoverageTest    topics, labs and checks refer to what exists
///     ├─ ChecksTest      classes of checks: names, no state, only the words of checks
///     └─ GradersTest     solutions pass, wrong ones fail where they say
/// ```
///
/// Must not know a lab by name: a new lab is tested by being there.
@NullMarked
package dev.backwright.course;

import org.jspecify.annotations.NullMarked;
