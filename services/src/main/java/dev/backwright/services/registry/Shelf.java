package dev.backwright.services.registry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All versions of one package, in the order in which they were published, and its tags. Guarded by [Shelves].
final class Shelf {

    static final String LATEST = "latest";

    private final String name;
    private final SequencedMap<String, Release> releases = new LinkedHashMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, Instant> times = new LinkedHashMap<>();

    Shelf(String name) {
        this.name = name;
    }

    void add(Release release, Map<String, String> newTags) {
        if (releases.containsKey(release.version())) {
            throw new RegistryRefused(
                    403,
                    "You cannot publish over the previously published versions: "
                            + release.version()
                            + ".");
        }
        releases.put(release.version(), release);
        times.put(release.version(), Instant.now());
        tags.putAll(newTags);
        tags.putIfAbsent(LATEST, release.version()); // what is published first is always the latest
    }

    void tag(String tag, String version) {
        if (!releases.containsKey(version)) {
            throw new RegistryRefused(404, "There is no version " + version + " of " + name + ".");
        }
        tags.put(tag, version);
    }

    void untag(String tag) {
        if (tag.equals(LATEST)) {
            throw new RegistryRefused(400, "The tag latest cannot be removed.");
        }
        tags.remove(tag);
    }

    void deprecate(String version, @Nullable String message) {
        releases.computeIfPresent(version, (v, release) -> release.deprecated(message));
    }

    List<String> versions() {
        return List.copyOf(releases.keySet());
    }

    Optional<Release> release(String version) {
        return Optional.ofNullable(releases.get(version));
    }

    Optional<Release> tagged(String tag) {
        return Optional.ofNullable(tags.get(tag)).flatMap(this::release);
    }

    Map<String, String> tags() {
        return Map.copyOf(tags);
    }

    long bytes() {
        return releases.values().stream().mapToLong(it -> it.tarball().bytes().length).sum();
    }

    ObjectNode packument(String registry, boolean install) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        if (!install) {
            all.put("_id", name);
        }
        all.put("name", name);
        ObjectNode distTags = all.putObject("dist-tags");
        tags.forEach(distTags::put);
        ObjectNode versions = all.putObject("versions");
        releases.forEach((version, it) -> versions.set(version, it.told(registry, install)));
        String modified = String.valueOf(times.values().stream().max(Instant::compareTo).get());
        if (install) {
            all.put("modified", modified);
        } else {
            ObjectNode time = all.putObject("time");
            time.put("created", String.valueOf(times.values().iterator().next()));
            time.put("modified", modified);
            times.forEach((version, moment) -> time.put(version, moment.toString()));
        }
        return all;
    }
}
