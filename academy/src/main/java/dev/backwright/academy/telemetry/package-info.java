/// How whoever keeps an academy running sees that it does: metrics, health, the id of each request.
///
/// ```text
///   queue, judges, database, disk ──► Watch ──┬─► Gauges ──────────► GET /metrics ──► Prometheus
///   verdicts ──► VerdictMeters ───────────────┼─►                        ▲
///   requests ──► http.server.requests ────────┼──────────────────────────┘
///                                             └─► the page /admin
///   SIGTERM ──► Readiness ──► GET /health/ready says 503, then the server ends
/// ```
///
/// Counts, and never says whose anything is. Must not know pages, nor who asks.
@NullMarked
@ApplicationModule(allowedDependencies = {"grading", "submissions", "platform"})
package dev.backwright.academy.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
