package dev.backwright.academy.web.guard;

import java.time.Instant;

/// One browser somebody is signed in with.
///
/// @param id names it to its person; nothing can be opened with it
/// @param browser what it calls itself, in words
/// @param since when they came in
/// @param used when it last asked for anything
/// @param here whether it is the one that asks
public record OpenSession(String id, String browser, Instant since, Instant used, boolean here) {}
