package dev.backwright.academy.providers;

/// What a browser brings back from a provider, as RFC 6749, section 4.1.2, and RFC 9207 name it.
///
/// @param iss who says that they send it; empty where nobody does
public record Answer(String code, String iss) {

    /// A code is a secret.
    @Override
    public String toString() {
        return "an answer";
    }
}
