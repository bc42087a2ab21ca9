package dev.backwright.judge.app;

import dev.backwright.judge.app.tls.Identity;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import dev.backwright.sandbox.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
/// @param environment what it has to know of those services besides
/// @param tls who it is, for a server that speaks TLS: then `HTTPS_PORT` and its files are added
/// @param standby gives, at most once, a process with these limits and wires that waits to become the server
/// @param patience how long is waited for it to answer, to end, and to listen: three times that where it listens nowhere yet
public record Boot(
        Sandbox sandbox,
        SortedMap<String, byte[]> files,
        Limits limits,
        List<Wire> wires,
        Map<String, String> environment,
        @Nullable Identity tls,
        Supplier<@Nullable Standby> standby,
        Duration patience) {

    /// On a machine of the usual pace.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    public Boot {
        wires = List.copyOf(wires);
        environment = Map.copyOf(environment);
    }

    /// Without anything that waits.
    public Boot(
            Sandbox sandbox,
            SortedMap<String, byte[]> files,
            Limits limits,
            List<Wire> wires,
            Map<String, String> environment,
            @Nullable Identity tls) {
        this(sandbox, files, limits, wires, environment, tls, () -> null, PATIENCE);
    }

    /// @param variables of its environment, beside those that every server has
    Server server(Map<String, String> variables) {
        List<String> command = StartCommand.of(files);
        return Server.start(running(command, variables), String.join(" ", command), patience);
    }

    /// What waits has its environment already.
    private Running running(List<String> command, Map<String, String> variables) {
        if (!variables.isEmpty()) {
            return sandbox.start(launch(variables));
        }
        Standby waiting = command.getFirst().equals("node") ? standby.get() : null;
        return waiting == null || !waiting.serves(files)
                ? sandbox.start(launch())
                : waiting.run(allFiles(), command.getLast());
    }

    Launch launch() {
        return launch(Map.of());
    }

    private Launch launch(Map<String, String> variables) {
        var all = new HashMap<>(variables);
        all.putAll(environment(environment, tls != null));
        return new Launch(
                allFiles(),
                StartCommand.of(files),
                all,
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

    /// @param services what it has to know of them
    /// @param tls whether it is to speak TLS, too
    static Map<String, String> environment(Map<String, String> services, boolean tls) {
        Map<String, String> all = new HashMap<>(services);
        all.putAll(tls ? Identity.environment() : Map.of());
        return all;
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
