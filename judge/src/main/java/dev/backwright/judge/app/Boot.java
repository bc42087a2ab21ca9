package dev.backwright.judge.app;

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a learner's server is started, as often as a check asks for it.
///
/// @param files the submission
/// @param wires its ways to services; `PORT` is added
/// @param standby gives, at most once, a process with these limits and wires that waits to become the server
/// @param patience how long is waited for it to listen, to answer, to end
public record Boot(
        Sandbox sandbox,
        SortedMap<String, byte[]> files,
        Limits limits,
        List<Wire> wires,
        Supplier<@Nullable Standby> standby,
        Duration patience) {

    /// On a machine of the usual pace.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public Boot {
        wires = List.copyOf(wires);
    }

    /// Without anything that waits.
    public Boot(Sandbox sandbox, SortedMap<String, byte[]> files, Limits limits, List<Wire> wires) {
        this(sandbox, files, limits, wires, () -> null, PATIENCE);
    }

    Server server() {
        List<String> command = StartCommand.of(files);
        return Server.start(running(command), String.join(" ", command), patience);
    }

    private Running running(List<String> command) {
        Standby waiting = command.getFirst().equals("node") ? standby.get() : null;
        return waiting == null || !waiting.serves(files)
                ? sandbox.start(launch())
                : waiting.run(files, command.getLast());
    }

    Launch launch() {
        return new Launch(
                files, StartCommand.of(files), Map.of(), limits, withPort(wires), Map.of(), false);
    }

    static List<Wire> withPort(List<Wire> wires) {
        List<Wire> all = new ArrayList<>(wires);
        all.add(new Wire.Inward(Server.PORT));
        return all;
    }
}
