package dev.backwright.academy.web.graphql;

/// A field is not answered, for a reason that whoever asks can do something about. The message is for them.
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;

    Refused(Code code, String message) {
        super(message);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
