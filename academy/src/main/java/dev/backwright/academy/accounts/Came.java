package dev.backwright.academy.accounts;

/// How somebody came in.
///
/// @param byPasskey whether by that, and not by password or provider
/// @param lately whether within the last ten minutes
public record Came(boolean byPasskey, boolean lately) {}
