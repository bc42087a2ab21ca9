package dev.backwright.academy.tracing;

import java.util.SortedMap;

/// A program to record, as the tracer reads it: one line of JSON.
///
/// @param files path and text
/// @param main the file that runs
/// @param steps how many steps are recorded at most
/// @param millis how long it may run
record Task(SortedMap<String, String> files, String main, int steps, long millis) {}
