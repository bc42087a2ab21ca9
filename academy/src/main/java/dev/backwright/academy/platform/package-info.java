/// Where the academy stands: its home folder, its database, its key, its line of greeting.
///
/// ```text
///   home folder ──► PostgreSQL ──► DataSource
///       └─► start key ──► solo.json
/// ```
///
/// Knows nothing of labs, learners or pages.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.backwright.academy.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
