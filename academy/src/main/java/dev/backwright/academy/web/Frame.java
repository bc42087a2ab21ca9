package dev.backwright.academy.web;

import org.jspecify.annotations.Nullable;

/// What every page carries around its own content.
///
/// @param csrf the token that changes must bring along in `X-CSRF-TOKEN`
/// @param warning one sentence shown on top of each page, such as that isolation is weak here; `null` for none
public record Frame(String csrf, @Nullable String warning) {}
