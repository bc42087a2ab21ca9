package dev.backwright.services.mongo;

import dev.backwright.services.ServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;

/// What a server can do. Each capability is a small program in `capabilities.json`, run once, when first asked for: a server
/// has it when the program ends as it would on a real one. So what is silently wrong is found, too.
///
/// ```json
/// "jsonSchema": [
///   {"run": {"create": "a", "validator": {"$jsonSchema": {"required": ["name"]}}}},
///   {"run": {"insert": "a", "documents": [{"x": 1}]}, "code": 121}
/// ]
/// ```
public final class Capabilities {

    private static final Map<String, Probe> PROBES = read();

    private final Host host;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    Capabilities(Host host) {
        this.host = host;
    }

    /// All that can be asked for.
    public static Set<String> names() {
        return PROBES.keySet();
    }

    static Map<String, Probe> probes() {
        return PROBES;
    }

    boolean has(String name) {
        return known.computeIfAbsent(name, this::tried);
    }

    private boolean tried(String name) {
        Probe probe = PROBES.get(name);
        if (probe == null) {
            throw new IllegalArgumentException("there is no capability " + name);
        }
        Place place = host.place();
        try (var session = Session.open(place.login())) {
            return probe.holds(session);
        } finally {
            place.release().run();
        }
    }

    private static Map<String, Probe> read() {
        try (var in = Capabilities.class.getResourceAsStream("capabilities.json")) {
            if (in == null) {
                throw new ServiceException("capabilities.json is missing from the class path.");
            }
            var all = BsonDocument.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Probe> probes = new TreeMap<>();
            all.forEach((name, steps) -> probes.put(name, new Probe(steps.asArray())));
            return Collections.unmodifiableMap(probes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
