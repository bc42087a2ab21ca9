package dev.backwright.services.registry;

/// A request that was answered.
///
/// @param connection number of the connection, from 1
/// @param path as it was sent, without the query, decoded slashes and at signs: `/@shop/units`
/// @param status of the answer
/// @param problem what was refused; empty where nothing was
/// @param beganNanos when it had come, of [System#nanoTime]
/// @param nanos how long the answer took
public record Visit(
        int connection,
        String method,
        String path,
        int status,
        String problem,
        long beganNanos,
        long nanos) {}
