package dev.backwright.services.mongo.emulator;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The process: an empty server for each line `open`, answered with its port; ended with `close`, answered with `closed`.
/// Ends when its input does, and so with whoever started it.
final class EmulatorProcess {

    static final String OPEN = "open";
    static final String CLOSE = "close";
    static final String CLOSED = "closed";

    /// What it says it is. Drivers refuse a server below wire version 9; of what the versions up to 13 brought, programs can
    /// find out only by trying, as they have to with the rest of an emulator.
    private static final class Version implements MongoVersion {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(5, 0, 0);
        }

        @Override
        public int getWireVersion() {
            return 13;
        }
    }

    private EmulatorProcess() {}

    public static void main(String[] words) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        @Nullable MongoServer server = null;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(OPEN)) {
                server = open();
                out.println(server.getLocalAddress().getPort());
            } else if (server != null) {
                server.shutdownNow();
                out.println(CLOSED);
            }
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    private static MongoServer open() {
        var server = new MongoServer(new MemoryBackend().version(new Version()));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 2);
        return server;
    }
}
