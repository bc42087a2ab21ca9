package dev.backwright.judge.program;

/// What came from descriptor 4.
public sealed interface Received {

    /// The probe said this.
    record Payload(String json) implements Received {}

    /// Somebody else wrote there.
    record Forged() implements Received {}

    /// Nothing more comes.
    record Ended() implements Received {}
}
