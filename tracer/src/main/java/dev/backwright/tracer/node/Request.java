package dev.backwright.tracer.node;

/// Something that was asked of libuv's threads: it is done later, in the poll phase.
///
/// @param what the binding's function: `open`, `read`
/// @param path the file it names; empty if it names none
/// @param callback what is called then
public record Request(String what, String path, Object callback) {}
