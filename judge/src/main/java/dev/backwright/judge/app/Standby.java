package dev.backwright.judge.app;

import dev.backwright.judge.delivery.Parcel;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/// Node with a lab's packages loaded, that becomes a submission's `node FILE` when it is told to.
public final class Standby implements AutoCloseable {

    /// Removes itself from the work folder before any file of the learner's is there.
    private static final String SCRIPT = ".backwright-start.cjs";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Ahead process;
    private final Preloaded preloaded;

    private Standby(Ahead process, Preloaded preloaded) {
        this.process = process;
        this.preloaded = preloaded;
    }

    /// Starts it.
    ///
    /// @param wires its ways to services; `PORT` is added
    /// @param environment what it has to know of those services besides
    /// @param tls whether it is to speak TLS, too
    public static Standby start(
            Sandbox sandbox,
            Limits limits,
            List<Wire> wires,
            Map<String, String> environment,
            boolean tls,
            Preloaded preloaded) {
        List<String> command = new ArrayList<>(List.of("node"));
        Map<String, byte[]> files = new HashMap<>(Map.of(SCRIPT, script()));
        preloaded
                .hooks()
                .forEach((name, text) -> {
                    command.addAll(List.of("--import", "./" + name));
                    files.put(name, text.getBytes(StandardCharsets.UTF_8));
                });
        command.add(SCRIPT);
        command.addAll(preloaded.packages());
        var launch =
                Launch.of(command.toArray(String[]::new))
                        .withFiles(files)
                        .withLimits(limits)
                        .withEnvironment(Boot.environment(environment, tls))
                        .withWires(Boot.withPorts(wires, tls).toArray(Wire[]::new))
                        .withControl();
        return new Standby(sandbox.ahead(launch), preloaded);
    }

    /// Whether it can become this server as `node` would run it.
    boolean serves(SortedMap<String, byte[]> files) {
        return preloaded.serves(files);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// The process, from now on the submission's.
    Running run(SortedMap<String, byte[]> files, String file) {
        Parcel parcel = Parcel.of(files);
        Running running = process.deliver(parcel.copied());
        try (OutputStream to = running.controlOut()) {
            to.write(JSON.writeValueAsBytes(Map.of("main", file, "files", parcel.told())));
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
