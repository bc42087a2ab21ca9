package dev.backwright.academy.web;

import org.jspecify.annotations.Nullable;

/// @param asked whether a link was just asked for
/// @param trouble why not; `null` for no reason
public record ForgottenPage(Frame frame, boolean asked, @Nullable String trouble) {}
