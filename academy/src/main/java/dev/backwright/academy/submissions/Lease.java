package dev.backwright.academy.submissions;

import java.util.UUID;

/// The right to write a verdict. A later lease of the same submission makes this one worthless.
///
/// @param token grows with each lease
/// @param unjudged how often judging it has come to nothing so far
public record Lease(UUID submission, int token, int unjudged) {}
