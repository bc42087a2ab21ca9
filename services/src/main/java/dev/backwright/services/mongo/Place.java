package dev.backwright.services.mongo;

/// A database of one's own somewhere.
///
/// @param release gives it back; what it held is gone
record Place(MongoLogin login, Runnable release) {}
