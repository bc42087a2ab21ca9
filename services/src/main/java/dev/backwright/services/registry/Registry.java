package dev.backwright.services.registry;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A registry of npm packages, in memory, for one check. Safe for many threads.
///
/// ```java
/// registry.add(Map.of("package.json", "{\"name\": \"units\", \"version\": \"1.0.0\"}"), "latest");
/// new Wire.Outward("npm_config_registry", registry::address, registry::handle);
/// ```
public final class Registry implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;
    private static final int MOST_VISITS = 5_000;
    private static final int LONGEST_PATH = 300;

    private final Shelves shelves = new Shelves();
    private final Counter counter = new Counter(shelves);
    private final List<Visit> visits = Collections.synchronizedList(new ArrayList<>());
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean closed;

    /// Where a client finds it, which reaches it at a host and a port.
    public String address(String host, int port) {
        return "http://" + host + ":" + port + "/";
    }

    /// Publishes a package, as its author would.
    ///
    /// @param files texts by path; its package.json names package and version
    /// @param tag `latest`, or another
    /// @throws RegistryRefused when npm's registry would refuse it
    public Release add(Map<String, String> files, String tag) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Release release = Release.of(Tarball.of(bytes));
        shelves.publish(release, Map.of(Names.ofTag(tag), release.version()));
        return release;
    }

    /// All packages, sorted.
    public Collection<String> names() {
        return shelves.names();
    }

    /// A package's versions, in the order in which they were published.
    public List<String> versions(String name) {
        return shelves.versions(name);
    }

    public Optional<Release> release(String name, String version) {
        return shelves.release(name, version);
    }

    /// A package's tags with their versions.
    public Map<String, String> tags(String name) {
        return shelves.tags(name);
    }

    /// What was asked so far, in order; of very many the first.
    public List<Visit> visits() {
        synchronized (visits) {
            return List.copyOf(visits);
        }
    }

    /// Serves a connection and returns when it has ended; the caller closes it.
    public void handle(SocketChannel channel) throws IOException {
        if (closed || open.size() >= MOST_CONNECTIONS) {
            return;
        }
        open.add(channel);
        try {
            serve(new HttpTalk(channel), connections.incrementAndGet());
        } finally {
            open.remove(channel);
        }
    }

    private void serve(HttpTalk talk, int connection) throws IOException {
        try {
            for (Asked asked = talk.next(); asked != null; asked = talk.next()) {
                long began = System.nanoTime();
                Told told = counter.answer(asked);
                note(connection, asked, told, began);
                talk.answer(told, asked.method().equals("HEAD"));
                if (asked.wantsToEnd() || closed) {
                    return;
                }
            }
        } catch (RegistryRefused notUnderstood) {
            talk.answer(Told.refused(notUnderstood), false);
        }
    }

    private void note(int connection, Asked asked, Told told, long began) {
        if (visits.size() >= MOST_VISITS) {
            return;
        }
        String path = asked.path().replaceAll("(?i)%2f", "/").replaceAll("(?i)%40", "@");
        visits.add(
                new Visit(
                        connection,
                        asked.method().toUpperCase(Locale.ROOT),
                        path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path,
                        told.status(),
                        told.status() < 400 ? "" : problem(told),
                        began,
                        System.nanoTime() - began));
    }

    private static String problem(Told told) {
        try {
            return JsonMapper.shared().readTree(told.body()).path("error").asString("");
        } catch (JacksonException e) {
            return told.text();
        }
    }

    private static void end(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // it is closed, which is all we want
        }
    }

    /// Ends all connections.
    @Override
    public void close() {
        closed = true;
        open.forEach(Registry::end);
    }
}
