package dev.backwright.judge.app;

import dev.backwright.judge.app.tls.Identity;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a learner's server is started, as often as a check asks for it.
///
/// @param files the submission
/// @param wires its ways to services; `PORT` is added
/// @param tls who it is, for a server that speaks TLS: then `HTTPS_PORT` and its files are added
/// @param standby gives, at most once, a process with these limits and wires that waits to become the server
/// @param patience how long is waited for it to listen, to answer, to end
public record Boot(
        Sandbox sandbox,
        SortedMap<String, byte[]> files,
        Limits limits,
        List<Wire> wires,
        @Nullable Identity tls,
        Supplier<@Nullable Standby> standby,
        Duration patience) {

    /// On a machine of the usual pace.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public Boot {
        wires = List.copyOf(wires);
    }

    /// Without anything that waits.
    public Boot(
            Sandbox sandbox,
            SortedMap<String, byte[]> files,
            Limits limits,
            List<Wire> wires,
            @Nullable Identity tls) {
        this(sandbox, files, limits, wires, tls, () -> null, PATIENCE);
    }

    Server server() {
        List<String> command = StartCommand.of(files);
        return Server.start(running(command), String.join(" ", command), patience);
    }

    private Running running(List<String> command) {
        Standby waiting = command.getFirst().equals("node") ? standby.get() : null;
        return waiting == null || !waiting.serves(files)
                ? sandbox.start(launch())
                : waiting.run(allFiles(), command.getLast());
    }

    Launch launch() {
        return new Launch(
                allFiles(),
                StartCommand.of(files),
                environment(tls != null),
                limits,
                withPorts(wires, tls != null),
                Map.of(),
                false);
    }

    private SortedMap<String, byte[]> allFiles() {
        Identity identity = tls;
        if (identity == null) {
            return files;
        }
        var all = new TreeMap<>(files);
        all.putAll(identity.files());
        return all;
    }

    /// @param tls whether it is to speak TLS, too
    static Map<String, String> environment(boolean tls) {
        return tls ? Identity.environment() : Map.of();
    }

    /// @param tls whether it is to speak TLS, too
    static List<Wire> withPorts(List<Wire> wires, boolean tls) {
        List<Wire> all = new ArrayList<>(wires);
        all.add(new Wire.Inward(Server.PORT));
        if (tls) {
            all.add(new Wire.Inward(Server.HTTPS_PORT));
        }
        return all;
    }
}
