package dev.backwright.judge.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a server is started: `npm start`, or directly where its script is `node FILE` or `node --import ./FILE FILE` and nothing
/// more.
public final class StartCommand {

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9_./-]*";

    private static final Pattern PLAIN =
            Pattern.compile(
                    "node (?:--import \\./(?<hook>" + NAME + ") )?(?<file>(?:\\./)?" + NAME + ")");

    private static final Pattern PACKAGE = Pattern.compile("(@[a-z0-9._-]+/)?[a-z0-9._-]+");

    /// A program that forgets to load such a package must not find it loaded.
    private static final Set<String> MEDDLERS = Set.of("dotenv", "reflect-metadata");

    private static final JsonMapper JSON = JsonMapper.shared();

    private StartCommand() {}

    public static List<String> of(SortedMap<String, byte[]> files) {
        var script = PLAIN.matcher(script(files));
        if (!script.matches() || runsMore(files)) {
            return List.of("npm", "start", "--silent");
        }
        String hook = script.group("hook");
        return hook == null
                ? List.of("node", script.group("file"))
                : List.of("node", "--import", "./" + hook, script.group("file"));
    }

    /// The file that the start script has Node import before anything else; empty where there is none.
    public static Optional<String> hook(SortedMap<String, byte[]> files) {
        var script = PLAIN.matcher(script(files));
        return script.matches() ? Optional.ofNullable(script.group("hook")) : Optional.empty();
    }

    /// The packages a manifest says it depends on, by name, but for those that change others by being loaded.
    static List<String> packages(SortedMap<String, byte[]> files) {
        return manifest(files).path("dependencies").propertyNames().stream()
                .filter(name -> PACKAGE.matcher(name).matches() && !MEDDLERS.contains(name))
                .sorted()
                .toList();
    }

    private static String script(SortedMap<String, byte[]> files) {
        return scripts(files).path("start").asString("");
    }

    private static boolean runsMore(SortedMap<String, byte[]> files) {
        JsonNode scripts = scripts(files);
        return scripts.has("prestart") || scripts.has("poststart");
    }

    private static JsonNode scripts(SortedMap<String, byte[]> files) {
        return manifest(files).path("scripts");
    }

    private static JsonNode manifest(SortedMap<String, byte[]> files) {
        byte[] bytes = files.getOrDefault("package.json", new byte[0]);
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
