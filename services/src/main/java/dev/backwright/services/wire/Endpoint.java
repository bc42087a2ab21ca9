package dev.backwright.services.wire;

import java.net.SocketAddress;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Where a wire leads.
///
/// @param name the service, as evidence names it: `postgres`
/// @param server where the real one listens
/// @param address what a program is told that finds the wire at a host and a port
/// @param idle whether the server works on none of the statements it has: it may still wait for a lock
/// @param locked on how many connections a statement waits for a lock; 0 where the server cannot say
public record Endpoint(
        String name,
        SocketAddress server,
        Address address,
        BooleanSupplier idle,
        LongSupplier locked) {

    /// To a server that does not tell who waits for a lock.
    public Endpoint(String name, SocketAddress server, Address address, BooleanSupplier idle) {
        this(name, server, address, idle, () -> 0);
    }

    /// Makes an address from host and port: `redis://:secret@127.0.0.1:6379`.
    @FunctionalInterface
    public interface Address {
        String text(String host, int port);
    }
}
