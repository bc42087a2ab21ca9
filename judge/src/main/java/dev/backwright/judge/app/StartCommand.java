package dev.backwright.judge.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a server is started: `npm start`, or directly where its script is `node FILE` and nothing more.
public final class StartCommand {

    private static final Pattern PLAIN =
            Pattern.compile("node (?<file>(?:\\./)?[A-Za-z0-9_][A-Za-z0-9_./-]*)");
    private static final JsonMapper JSON = JsonMapper.shared();

    private StartCommand() {}

    public static List<String> of(SortedMap<String, byte[]> files) {
        var script = PLAIN.matcher(script(files));
        boolean hooked = hasHooks(files);
        return script.matches() && !hooked
                ? List.of("node", script.group("file"))
                : List.of("npm", "start", "--silent");
    }

    private static String script(SortedMap<String, byte[]> files) {
        return scripts(files).path("start").asString("");
    }

    private static boolean hasHooks(SortedMap<String, byte[]> files) {
        JsonNode scripts = scripts(files);
        return scripts.has("prestart") || scripts.has("poststart");
    }

    private static JsonNode scripts(SortedMap<String, byte[]> files) {
        byte[] bytes = files.getOrDefault("package.json", new byte[0]);
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8)).path("scripts");
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
