package dev.backwright.academy.web;

/// Shown to a browser that has not brought the start key.
///
/// @param wrongKey whether it brought a wrong one, as of an earlier start
public record KeyPage(boolean wrongKey) {}
