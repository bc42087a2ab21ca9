package dev.backwright.academy.providers;

/// A provider, or somebody in its place, says what is not to be believed.
final class UntrustedAnswer extends Exception {

    private static final long serialVersionUID = 1;

    UntrustedAnswer(String why) {
        super(why);
    }

    UntrustedAnswer(String why, Throwable cause) {
        super(why, cause);
    }
}
