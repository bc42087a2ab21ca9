package dev.backwright.sandbox;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.Map;

/// How a run's wires are laid.
interface Wiring extends AutoCloseable {

    /// What the process learns: each wire's variable with its text.
    Map<String, String> environment();

    /// The port behind an inward wire, in the run's own network.
    int port(String variable);

    /// Connects to what listens behind an inward wire.
    SocketChannel connect(String variable) throws IOException;

    @Override
    void close();
}
