package dev.backwright.judge.app;

import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Node with a lab's packages loaded, that becomes a submission's `node FILE` when it is told to.
public final class Standby implements AutoCloseable {

    /// Removes itself from the work folder before any file of the learner's is there.
    private static final String SCRIPT = ".backwright-start.cjs";

    private final Ahead process;

    private Standby(Ahead process) {
        this.process = process;
    }

    /// Starts it.
    ///
    /// @param wires its ways to services; `PORT` is added
    /// @param tls whether it is to speak TLS, too
    /// @param packages what is loaded ahead, by name
    public static Standby start(
            Sandbox sandbox, Limits limits, List<Wire> wires, boolean tls, List<String> packages) {
        List<String> command = new ArrayList<>(List.of("node", SCRIPT));
        command.addAll(packages);
        var launch =
                Launch.of(command.toArray(String[]::new))
                        .withFiles(Map.of(SCRIPT, script()))
                        .withLimits(limits)
                        .withEnvironment(Boot.environment(tls))
                        .withWires(Boot.withPorts(wires, tls).toArray(Wire[]::new))
                        .withControl();
        return new Standby(sandbox.ahead(launch));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// The process, from now on the submission's.
    Running run(SortedMap<String, byte[]> files, String file) {
        Running running = process.deliver(files);
        try (OutputStream to = running.controlOut()) {
            to.write((file + "\n").getBytes(StandardCharsets.ISO_8859_1));
            return running;
        } catch (IOException e) {
            running.close();
            throw new UncheckedIOException("a process on standby could not be told its file", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private static byte[] script() {
        try (var in = Standby.class.getResourceAsStream("start.cjs")) {
            if (in == null) {
                throw new IllegalStateException("the judge lacks start.cjs: rebuild it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
