/// A check's words about Redis, over a throw-away server and the wire to it.
///
/// ```text
///   RedisService ── open ──► LearnersRedis ──► RedisDatabase        (past the wire)
///                               └─ LearnersWire, of the room wire
/// ```
///
/// Knows checks, services and the rooms service, wire and seen. Must not know labs, reports or who judges.
@NullMarked
package dev.backwright.judge.redis;

import org.jspecify.annotations.NullMarked;
