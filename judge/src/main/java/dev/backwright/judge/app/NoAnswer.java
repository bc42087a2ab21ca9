package dev.backwright.judge.app;

import java.io.IOException;

/// What came is no reply that HTTP knows; the message tells what was seen, as the end of "the server …".
final class NoAnswer extends IOException {

    private static final long serialVersionUID = 1;

    NoAnswer(String message) {
        super(message);
    }
}
