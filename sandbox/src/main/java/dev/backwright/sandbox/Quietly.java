package dev.backwright.sandbox;

import java.io.Closeable;
import java.io.IOException;

/// Closes what is given up anyway, so that a failure to close it tells nobody anything.
final class Quietly {

    private Quietly() {}

    static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            System.getLogger(Quietly.class.getName())
                    .log(System.Logger.Level.TRACE, "While closing", e);
        }
    }
}
