/// Real services, one throw-away of each per check, on wires that record and disturb.
///
/// ```text
///   postgres, mysql, mongo, redis  start servers, make throw-away databases, read their protocol
///   oidc                           an OpenID provider within this process, and HTTP
///   registry                       is one itself: npm's, in memory
///     ├─► wire          carries the learner's connections, notes statements, disturbs them; knows no protocol
///     ├─► server        processes of ours: as whom they run, their folders, that they end with us
///     └─► sql           what SQL's text tells
/// ```
///
/// **Adding a service.** A package of its own with
/// - a server: [dev.backwright.services.server.ServerUser] and [dev.backwright.services.server.ServerProcess] start it, unprivileged, in a folder that is
///   gone afterwards;
/// - a dialogue: one class that implements [dev.backwright.services.wire.Dialogue]. It says where a message ends, takes statements down in the
///   [dev.backwright.services.wire.Ledger], and ends each [dev.backwright.services.wire.SeenEntry] with `done` or `failed` when its answer has come. Whatever it throws means *not
///   understood*: the connection goes on unread;
/// - a database whose `wire()` is a [dev.backwright.services.wire.ServiceWire] over an [dev.backwright.services.wire.Endpoint] and that dialogue. Everything else (holds, cuts, …) is there.
///
/// Knows the sandbox (to hand over wires). Must not know labs, checks or reports.
@NullMarked
package dev.backwright.services;

import org.jspecify.annotations.NullMarked;
