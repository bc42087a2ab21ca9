package dev.backwright.sandbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Wires into a network that has nothing but its own loopback: a relay between the layers leads them to Unix sockets.
///
/// ```text
///   us ─► out/w0 ─► relay ─► 127.0.0.1:PORT                  inward; the relay's first byte says that it got there
///   127.0.0.1:n ─► relay ─► out/w1 ─► handler of ours        outward
/// ```
final class RelayWiring implements Wiring {

    /// What a socket's address holds on every system we run on, less what follows the folder.
    private static final int LONGEST = 103;

    private static final Random PORTS = new Random();

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Inward> inwards = new HashMap<>();
    private final List<Doorway> doorways = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final int firstPort = 10_000 + PORTS.nextInt(20_000);

    /// @param folder shared with the relay, which sees it as `/out`
    RelayWiring(List<Wire> wires, Path folder) {
        this.folder = folder;
        try {
            for (var wire : wires) {
                lay(wire, firstPort + words.size(), "w" + words.size());
            }
        } catch (IOException e) {
            close();
            throw new SandboxException(
                    "Could not lay a wire in " + folder + ": " + e.getMessage(), e);
        }
    }

    private void lay(Wire wire, int port, String name) throws IOException {
        var socket = folder.resolve(name);
        if (socket.toString().length() > LONGEST) {
            throw new SandboxException(
                    "The path of a socket may have "
                            + LONGEST
                            + " characters: choose a run folder with a"
                            + " shorter path than "
                            + folder);
        }
        switch (wire) {
            case Wire.Inward(var variable) -> {
                words.add("in:" + port + ":/out/" + name);
                inwards.put(variable, new Inward(socket, port));
                environment.put(variable, Integer.toString(port));
            }
            case Wire.Outward(var variable, var address, var handler) -> {
                words.add("out:" + port + ":/out/" + name);
                doorways.add(new Doorway(listen(socket), handler));
                environment.put(variable, address.text("127.0.0.1", port));
            }
        }
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket), 512);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        return server;
    }

    /// What the relay is told; empty when there is nothing to lay.
    String words() {
        return String.join(" ", words);
    }

    /// Whether the process must not start before the relay is there.
    boolean leadsOut() {
        return !doorways.isEmpty();
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public int port(String variable) {
        return inward(variable).port();
    }

    @Override
    public SocketChannel connect(String variable) throws IOException {
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(inward(variable).socket()));
        try {
            if (channel.read(ByteBuffer.allocate(1)) == 1) {
                return channel;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new ConnectException("Nothing listens on the port in " + variable + ".");
    }

    private Inward inward(String variable) {
        var wire = inwards.get(variable);
        if (wire == null) {
            throw new SandboxException("There is no inward wire called " + variable + ".");
        }
        return wire;
    }

    /// @param port of the run's own network
    private record Inward(Path socket, int port) {}

    @Override
    public void close() {
        doorways.forEach(Doorway::close);
    }
}
