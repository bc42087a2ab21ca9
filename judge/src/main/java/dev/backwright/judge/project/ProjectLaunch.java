package dev.backwright.judge.project;

import dev.backwright.judge.JudgeException;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How commands on a project are started.
public final class ProjectLaunch {

    /// Where the clerk stands until it has started and removed itself.
    private static final String CLERK = ".backwright-clerk.cjs";

    /// A lock file names the address its packages came from, and here it is another one each time. What fails once fails again: npm
    /// would wait half a minute before each retry.
    private static final Map<String, String> ENVIRONMENT =
            Map.of(
                    "npm_config_replace_registry_host", "always",
                    "npm_config_fetch_retries", "0",
                    "npm_config_progress", "false");

    private ProjectLaunch() {}

    /// One npm script and nothing more.
    ///
    /// @param script its name; `test` where it is empty
    /// @param services what it has to know of its services besides their wires
    public static Launch of(
            SortedMap<String, byte[]> files,
            String script,
            Limits limits,
            List<Wire> wires,
            Map<String, String> services) {
        List<String> command =
                script.isEmpty() ? List.of("npm", "test") : List.of("npm", "run", script);
        return new Launch(files, command, environment(services), limits, wires, Map.of(), false);
    }

    /// Our program that runs commands.
    static Launch clerk(
            SortedMap<String, byte[]> files,
            Limits limits,
            List<Wire> wires,
            Map<String, String> services) {
        var all = new TreeMap<>(files);
        all.put(CLERK, program());
        List<String> command = List.of("node", CLERK);
        return new Launch(all, command, environment(services), limits, wires, Map.of(), true);
    }

    private static Map<String, String> environment(Map<String, String> services) {
        Map<String, String> all = new HashMap<>(ENVIRONMENT);
        all.putAll(services);
        return all;
    }

    private static byte[] program() {
        try (var in = ProjectLaunch.class.getResourceAsStream("clerk.cjs")) {
            if (in == null) {
                throw new JudgeException("the judge lacks clerk.cjs: rebuild it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new JudgeException("clerk.cjs cannot be read", e);
        }
    }
}
