package dev.backwright.bench;

import java.io.IOException;

/// Something that is timed, again and again.
interface Contestant {

    String name();

    /// What has to be there before; not timed.
    default void prepare() throws IOException, InterruptedException {}

    /// What is timed. Fails loudly when it has not done what it should.
    void run() throws IOException, InterruptedException;

    /// What is left to be done; not timed, and over before anybody else is timed.
    default void settle() throws IOException, InterruptedException {}
}
