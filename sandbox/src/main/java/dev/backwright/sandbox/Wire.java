package dev.backwright.sandbox;

import java.nio.channels.SocketChannel;

/// A way between the process and the world; the process learns it from one variable of its environment.
public sealed interface Wire {

    /// The variable: `PORT`, `DATABASE_URL`.
    String variable();

    /// The process listens on the port it finds in the variable; [Running#connect] leads there.
    record Inward(String variable) implements Wire {}

    /// The process connects to the address it finds in the variable; each connection comes to `handler`.
    record Outward(String variable, Address address, Handler handler) implements Wire {}

    /// Makes the variable's text from host and port: `(host, port) -> "postgres://u:p@" + host + ":" + port + "/db"`.
    @FunctionalInterface
    interface Address {
        String text(String host, int port);
    }

    /// Takes over a connection the process has made, on a virtual thread of its own; the channel is closed after it returns.
    @FunctionalInterface
    interface Handler {
        void handle(SocketChannel connection) throws java.io.IOException;
    }
}
