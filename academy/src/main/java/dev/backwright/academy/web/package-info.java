/// Pages and API: the layout, errors and the chain that guards them. A page is made for a given learner, whoever looks at it.
///
/// ```text
///   request ──► guard (Host, key, origin, CSRF) ──► page or API ──► features
/// ```
///
/// Nothing else may know this package.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "badges",
            "catalog",
            "submissions",
            "grading",
            "progress",
            "cohorts",
            "providers",
            "letters",
            "tracing",
            "telemetry",
            "platform"
        })
package dev.backwright.academy.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
