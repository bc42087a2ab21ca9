package dev.backwright.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Whether the academy's port is free.
record PortProbe(int port) implements Probe {

    static final int USUAL = 8080;

    @Override
    public Finding look() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Finding.good("port", port + " is free");
        } catch (IOException e) {
            return Finding.weak(
                    "port",
                    port + " is taken",
                    "If not by the academy: it takes the next free one, or say ./backwright --port N");
        }
    }
}
