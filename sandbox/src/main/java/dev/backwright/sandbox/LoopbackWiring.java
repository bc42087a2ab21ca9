package dev.backwright.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Wires over the machine's own loopback: nothing between the process and us, and nothing that keeps others out.
final class LoopbackWiring implements Wiring {

    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private final List<Doorway> doorways = new ArrayList<>();

    LoopbackWiring(List<Wire> wires) {
        try {
            for (var wire : wires) {
                lay(wire);
            }
        } catch (IOException e) {
            close();
            throw new SandboxException("Could not open a port on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private void lay(Wire wire) throws IOException {
        switch (wire) {
            case Wire.Inward(var variable) -> {
                int port = freePort();
                ports.put(variable, port);
                environment.put(variable, Integer.toString(port));
            }
            case Wire.Outward(var variable, var address, var handler) -> {
                var server = ServerSocketChannel.open();
                server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
                doorways.add(new Doorway(server, handler));
                int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
                environment.put(variable, address.text("127.0.0.1", port));
            }
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public int port(String variable) {
        var port = ports.get(variable);
        if (port == null) {
            throw new SandboxException("There is no inward wire called " + variable + ".");
        }
        return port;
    }

    @Override
    public SocketChannel connect(String variable) throws IOException {
        int port = port(variable);
        try {
            return SocketChannel.open(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        } catch (IOException e) {
            return SocketChannel.open(new InetSocketAddress(InetAddress.ofLiteral("::1"), port));
        }
    }

    @Override
    public void close() {
        doorways.forEach(Doorway::close);
    }
}
