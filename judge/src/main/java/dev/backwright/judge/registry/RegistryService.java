package dev.backwright.judge.registry;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.registry.Registry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The npm registry: one in memory for each check, with the packages of the lab's folder `registry/`.
public final class RegistryService implements Service {

    private static final String FOLDER = "registry/";
    private static final String MANIFEST = "package.json";

    @Override
    public Kind kind() {
        return Kind.REGISTRY;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        var registry = new Registry();
        new TreeMap<>(data)
                .keySet().stream()
                        .filter(file -> file.startsWith(FOLDER) && file.endsWith("/" + MANIFEST))
                        .map(file -> file.substring(0, file.length() - MANIFEST.length()))
                        .forEach(folder -> registry.add(below(folder, data), "latest"));
        return new LearnersRegistry(registry, origin);
    }

    private static Map<String, String> below(String folder, Map<String, String> data) {
        Map<String, String> files = new TreeMap<>();
        data.forEach((file, text) -> {
            if (file.startsWith(folder)) {
                files.put(file.substring(folder.length()), text);
            }
        });
        return files;
    }

    /// It is ours, as old as the judge.
    @Override
    public Optional<String> version() {
        return Optional.empty();
    }

    /// Each ends with its check.
    @Override
    public void close() {}
}
