/// The labs as they are shown: found by id, with the course they come from and what their lessons hold.
///
/// ```text
///   course folder ──► Labs ──► Catalog ──► everyone
///   lesson.md ──► Fence ──► Snippet: a program to play
/// ```
///
/// Must not know who works on a lab.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package dev.backwright.academy.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
