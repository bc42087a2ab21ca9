package dev.backwright.judge.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a process has loaded before a submission is there; two that are equal serve the same submissions.
///
/// @param packages npm packages, by name
/// @param hooks text by name of the file that Node imports before anything else; one at most
public record Preloaded(List<String> packages, Map<String, String> hooks) {

    public Preloaded {
        packages = List.copyOf(packages);
        hooks = Map.copyOf(hooks);
    }

    /// What a lab's manifest and start script name.
    ///
    /// @param files the lab's starter
    public static Preloaded of(SortedMap<String, byte[]> files) {
        return new Preloaded(StartCommand.packages(files), hooks(files));
    }

    /// Whether a server made of these files would begin with the same hook, word for word.
    boolean serves(SortedMap<String, byte[]> files) {
        return hooks.equals(hooks(files));
    }

    private static Map<String, String> hooks(SortedMap<String, byte[]> files) {
        String name = StartCommand.hook(files).orElse("");
        byte[] text = files.get(name);
        return text == null ? Map.of() : Map.of(name, new String(text, StandardCharsets.UTF_8));
    }
}
