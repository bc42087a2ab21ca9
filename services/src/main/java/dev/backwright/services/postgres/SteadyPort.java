package dev.backwright.services.postgres;

import dev.backwright.services.server.Ports;
import java.util.function.IntSupplier;

/// Gives the same port again for as long as it is free, so that connection pools find a server that came back.
final class SteadyPort implements IntSupplier {

    private int last;

    @Override
    public synchronized int getAsInt() {
        if (last == 0 || taken(last)) {
            last = Ports.free();
        }
        return last;
    }

    private static boolean taken(int port) {
        try (var socket = new java.net.ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    new java.net.InetSocketAddress(
                            java.net.InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
