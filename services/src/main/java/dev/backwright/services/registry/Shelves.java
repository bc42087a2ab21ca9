package dev.backwright.services.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Everything that was published. Safe for many threads.
final class Shelves {

    private static final int MOST_PACKAGES = 500;
    private static final long MOST_BYTES = 32 << 20;

    private final Map<String, Shelf> shelves = new TreeMap<>();

    synchronized void publish(Release release, Map<String, String> tags) {
        long bytes = shelves.values().stream().mapToLong(Shelf::bytes).sum();
        if (bytes + release.tarball().bytes().length > MOST_BYTES) {
            throw new RegistryRefused(507, "This registry holds " + (MOST_BYTES >> 20) + " MB.");
        }
        if (shelves.size() >= MOST_PACKAGES && !shelves.containsKey(release.name())) {
            throw new RegistryRefused(507, "This registry holds " + MOST_PACKAGES + " packages.");
        }
        shelves.computeIfAbsent(release.name(), Shelf::new).add(release, tags);
    }

    synchronized void tag(String name, String tag, String version) {
        known(name).tag(tag, version);
    }

    synchronized void untag(String name, String tag) {
        known(name).untag(tag);
    }

    synchronized void deprecate(String name, String version, @Nullable String message) {
        known(name).deprecate(version, message);
    }

    synchronized ObjectNode packument(String name, String registry, boolean install) {
        return known(name).packument(registry, install);
    }

    synchronized Map<String, String> tags(String name) {
        return found(name).map(Shelf::tags).orElse(Map.of());
    }

    synchronized Collection<String> names() {
        return List.copyOf(shelves.keySet());
    }

    synchronized List<String> versions(String name) {
        return found(name).map(Shelf::versions).orElse(List.of());
    }

    synchronized Optional<Release> release(String name, String version) {
        return found(name).flatMap(shelf -> shelf.release(version));
    }

    /// The first version, of all of a package, that something is true of.
    synchronized Optional<Release> first(String name, Function<Release, Boolean> such) {
        return versions(name).stream()
                .flatMap(version -> release(name, version).stream())
                .filter(such::apply)
                .findFirst();
    }

    synchronized Optional<Release> tagged(String name, String tag) {
        return found(name).flatMap(shelf -> shelf.tagged(tag));
    }

    private Optional<Shelf> found(String name) {
        return Optional.ofNullable(shelves.get(name));
    }

    private Shelf known(String name) {
        return found(name)
                .orElseThrow(
                        () -> new RegistryRefused(404, "There is no package " + name + " here."));
    }
}
