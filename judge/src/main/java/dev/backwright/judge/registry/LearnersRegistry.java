package dev.backwright.judge.registry;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Registry;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire.Fate;
import dev.backwright.checks.Wire.Statement;
import dev.backwright.judge.json.JsonText;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.judge.service.OpenService;
import dev.backwright.sandbox.Wire;
import dev.backwright.services.registry.Release;
import dev.backwright.services.registry.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The registry of one check.
final class LearnersRegistry implements Registry, OpenService {

    private static final String NAME = "registry";

    private final dev.backwright.services.registry.Registry registry;
    private final Origin origin;

    LearnersRegistry(dev.backwright.services.registry.Registry registry, Origin origin) {
        this.registry = registry;
        this.origin = origin;
    }

    @Override
    public Registry words() {
        return this;
    }

    @Override
    public Wire towards(String variable) {
        return new Wire.Outward(variable, registry::address, registry::handle);
    }

    /// Nobody outside of the sandbox gets there.
    @Override
    public String address() {
        return "";
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public Registry given(String tag, String manifest, Map<String, String> files) {
        Map<String, String> all = new HashMap<>(files);
        all.put("package.json", manifest);
        registry.add(all, tag);
        return this;
    }

    @Override
    public Seen versions(String name) {
        return Sighting.of("published versions of " + name, registry.versions(name), Failing.PLAIN);
    }

    @Override
    public Seen tag(String name, String tag) {
        String what = "the tag " + tag + " of " + name;
        String version = registry.tags(name).get(tag);
        return version == null
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, version, Failing.PLAIN);
    }

    @Override
    public Published published(String name, String version) {
        return registry.release(name, version)
                .map(Found::new)
                .orElseThrow(() ->
                        new Unmet(
                                "published versions of %s: expected %s among them; seen %s"
                                        .formatted(name, version, registry.versions(name))));
    }

    @Override
    public Seen requests(String pattern) {
        Pattern searched = Pattern.compile(pattern);
        List<String> requests =
                registry.visits().stream()
                        .map(visit -> visit.method() + " " + visit.path())
                        .filter(request -> searched.matcher(request).find())
                        .toList();
        return Sighting.of("requests to the registry", requests, Failing.PLAIN);
    }

    @Override
    public List<Evidence> evidence() {
        List<Statement> all = registry.visits().stream().map(this::statement).toList();
        return all.isEmpty() ? List.of() : List.of(new Evidence.Sql(NAME, all));
    }

    @Override
    public List<Evidence.Wires.Step> steps() {
        return registry.visits().stream()
                .map(visit -> new Evidence.Wires.Step(0, NAME, 0, "", statement(visit)))
                .toList();
    }

    private Statement statement(Visit visit) {
        return new Statement(
                visit.connection(),
                0,
                visit.method() + " " + visit.path(),
                List.of(),
                -1,
                rounded(origin.millis(visit.beganNanos())),
                rounded(visit.nanos() / 1e6),
                visit.status() < 400 ? Fate.DONE : Fate.FAILED,
                visit.problem(),
                String.valueOf(visit.status()));
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }

    @Override
    public void close() {
        registry.close();
    }

    /// One that is there.
    private record Found(Release release) implements Published {

        @Override
        public Seen files() {
            return seen("the files of " + name(), List.copyOf(release.files().keySet()));
        }

        @Override
        public Seen file(String path) {
            String what = path + " of " + name();
            return release.file(path)
                    .map(text -> seen(what, text))
                    .orElseGet(() -> Sighting.absent(what, Failing.PLAIN));
        }

        @Override
        public Seen manifest(String... place) {
            JsonNode node = JsonText.under(JsonText.parse(release.packedManifest()), place);
            String what =
                    "%s in the package.json of %s".formatted(String.join(" › ", place), name());
            return node.isMissingNode()
                    ? Sighting.absent(what, Failing.PLAIN)
                    : Sighting.of(what, JsonText.plain(node), Failing.PLAIN);
        }

        @Override
        public Seen deprecated() {
            String what = "the message that %s is deprecated with".formatted(name());
            String message = release.deprecated();
            return message == null
                    ? Sighting.absent(what, Failing.PLAIN)
                    : Sighting.of(what, message, Failing.PLAIN);
        }

        private String name() {
            return release.name() + "@" + release.version();
        }

        private static Seen seen(String what, Object value) {
            return Sighting.of(what, value, Failing.PLAIN);
        }
    }
}
