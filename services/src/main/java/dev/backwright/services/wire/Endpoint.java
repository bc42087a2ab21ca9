package dev.backwright.services.wire;

import java.net.SocketAddress;
import java.util.function.BooleanSupplier;

/// Where a wire leads.
///
/// @param name the service, as evidence names it: `postgres`
/// @param server where the real one listens
/// @param address what a program is told that finds the wire at a host and a port
/// @param idle whether the server works on none of the statements it has: it may still wait for a lock
public record Endpoint(String name, SocketAddress server, Address address, BooleanSupplier idle) {

    /// Makes an address from host and port: `redis://:secret@127.0.0.1:6379`.
    @FunctionalInterface
    public interface Address {
        String text(String host, int port);
    }
}
