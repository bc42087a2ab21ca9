/// The labs as they are shown: found by id, with the course they come from.
///
/// ```text
///   course folder ──► Labs ──► Catalog ──► everyone
/// ```
///
/// Must not know who works on a lab.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package dev.backwright.academy.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
