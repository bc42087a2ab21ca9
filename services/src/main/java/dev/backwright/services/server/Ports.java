package dev.backwright.services.server;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// Ports of the loopback address.
public final class Ports {

    private Ports() {}

    /// One that nobody listens on at this moment.
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceException(
                    "No free port on the loopback address: " + e.getMessage() + ".", e);
        }
    }
}
