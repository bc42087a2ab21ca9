package dev.backwright.judge.program;

import tools.jackson.databind.JsonNode;

/// What came of a command.
sealed interface Answer {

    /// The probe answered.
    record Given(JsonNode content) implements Answer {}

    /// The program was lost over it: `ended itself with exit code 0`.
    record Lost(String how) implements Answer {}
}
