/// Pages and API: the layout, errors and the chain that guards them.
///
/// ```text
///   request ──► guard (Host, key, origin, CSRF) ──► page or API ──► features
/// ```
///
/// Nothing else may know this package.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "catalog",
            "submissions",
            "grading",
            "progress",
            "tracing",
            "platform"
        })
package dev.backwright.academy.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
