package dev.backwright.judge.app;

import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// How a learner's server is started, as often as a check asks for it.
///
/// @param files the submission
/// @param wires its ways to services; `PORT` is added
public record Boot(
        Sandbox sandbox, SortedMap<String, byte[]> files, Limits limits, List<Wire> wires) {

    private static final Duration LISTEN_PATIENCE = Duration.ofSeconds(5);

    public Boot {
        wires = List.copyOf(wires);
    }

    Server server() {
        return Server.start(sandbox, launch(), LISTEN_PATIENCE);
    }

    Launch launch() {
        List<Wire> all = new ArrayList<>(wires);
        all.add(new Wire.Inward(Server.PORT));
        return new Launch(files, StartCommand.of(files), Map.of(), limits, all, Map.of(), false);
    }
}
