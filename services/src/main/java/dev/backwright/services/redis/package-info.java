/// Redis: a server process for each check, and its protocol for wires.
///
/// ```text
///   RedisProgram (found on this machine) ─► RedisDatabase ─► RedisServer: OwnFolder, RedisConfig, ServerProcess on a Unix socket
///                                             │ run ─► RedisSession, ReplyReader: past the wire
///                                             └ wire() ─► ServiceWire that speaks Commands
///                                                           up: Pieces ─► Request    down: Pieces ─► Replies ─► Reply
/// ```
///
/// Knows the rooms wire and server.
@NullMarked
package dev.backwright.services.redis;

import org.jspecify.annotations.NullMarked;
