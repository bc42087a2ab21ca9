package dev.backwright.academy.web;

/// How far somebody is in a step.
///
/// @param clean how many of the passes came without the solution seen
/// @param attempts how often anything of it was judged, wherever
public record StepProgress(
        int number, String title, long passed, long clean, int labs, int attempts) {}
