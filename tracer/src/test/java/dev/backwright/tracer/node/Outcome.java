package dev.backwright.tracer.node;

/// What a program printed on standard output, and its exit code.
record Outcome(String output, int exit) {}
