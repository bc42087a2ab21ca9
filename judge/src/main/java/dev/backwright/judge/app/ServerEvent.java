package dev.backwright.judge.app;

import org.jspecify.annotations.Nullable;

/// A server-sent event.
///
/// @param name `message` where none was given
/// @param data its lines, joined by line feeds
/// @param lastId the last id that was sent so far; `null` where none was
/// @param retryMillis `null` where none was said with it
record ServerEvent(String name, String data, @Nullable String lastId, @Nullable Long retryMillis) {}
