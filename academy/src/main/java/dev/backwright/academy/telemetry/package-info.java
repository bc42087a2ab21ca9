/// How whoever keeps an academy running sees that it does: metrics, health, traces, a line for each request.
///
/// ```text
///   queue, judges, database, disk ──► Watch ──┬─► Gauges ──────────► GET /metrics ──► Prometheus
///   verdicts ──► VerdictMeters ───────────────┼─►                        ▲
///   requests ──► http.server.requests ────────┼──────────────────────────┘
///                                             └─► the page /admin
///   requests ──► RequestId, RequestLog ──► a line of JSON
///   requests, verdicts ──► Traces ──► a collector, where one is named
///   SIGTERM ──► Readiness ──► GET /health/ready says 503, LastAnswers keeps no connection, then the server ends
/// ```
///
/// Counts, and never says whose anything is. Must not know pages, nor who asks.
@NullMarked
@ApplicationModule(allowedDependencies = {"grading", "submissions", "platform"})
package dev.backwright.academy.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
