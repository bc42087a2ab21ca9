package dev.backwright.academy.web;

import org.jspecify.annotations.Nullable;

/// Between here and a provider: on the way there, or back without having got in.
///
/// @param provider its name
/// @param address where it goes on; `null` on the way back
/// @param trouble why it does not; `null` on the way there
/// @param back where it began
public record PassagePage(
        Frame frame,
        String provider,
        @Nullable String address,
        @Nullable String trouble,
        String back) {}
