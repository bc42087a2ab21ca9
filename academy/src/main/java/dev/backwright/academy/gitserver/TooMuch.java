package dev.backwright.academy.gitserver;

import java.io.IOException;

/// A push brings more than is taken; the message is a sentence for whoever pushes.
final class TooMuch extends IOException {

    private static final long serialVersionUID = 1;

    TooMuch(String message) {
        super(message);
    }
}
