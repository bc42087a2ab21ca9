package dev.backwright.tracer.node;

import com.oracle.truffle.api.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sources: Node's own modules under their ids, and our pieces of JavaScript that boot them. All of them internal, so that no step falls into them.
final class Library {

    private static final Map<String, Source> SOURCES = new ConcurrentHashMap<>();

    private static final String MODULE =
            "exports, require, module, process, internalBinding, primordials";
    private static final Map<String, String> PARAMETERS =
            Map.of(
                    "internal/per_context/",
                    "exports, primordials, privateSymbols, perIsolateSymbols",
                    "internal/bootstrap/realm",
                    "process, getLinkedBinding, getInternalBinding, primordials",
                    "internal/bootstrap/",
                    "process, require, internalBinding, primordials",
                    "internal/main/",
                    "process, require, internalBinding, primordials");

    private Library() {}

    /// Node's module of that id, as an expression that is the function around it.
    static Source module(String id) {
        return SOURCES.computeIfAbsent(
                "node:" + id,
                name -> function(name, parameters(id), text("library/" + id + ".js")));
    }

    /// One of our own pieces: `loop` is `loop.js` beside this class.
    static Source piece(String name) {
        return SOURCES.computeIfAbsent(
                "backwright:" + name, id -> function(id, "module, host, node", text(name + ".js")));
    }

    /// What the build took down of the native bindings.
    static String bindings() {
        return text("bindings.json");
    }

    private static String parameters(String id) {
        return Optional.ofNullable(PARAMETERS.get(id))
                .or(() ->
                        PARAMETERS.entrySet().stream()
                                .filter(entry -> entry.getKey().endsWith("/"))
                                .filter(entry -> id.startsWith(entry.getKey()))
                                .map(Map.Entry::getValue)
                                .findFirst())
                .orElse(MODULE);
    }

    private static Source function(String name, String parameters, String body) {
        String text = "(function (" + parameters + ") {" + body + "\n})";
        return Source.newBuilder("js", text, name)
                .internal(name.startsWith("backwright:"))
                .cached(true)
                .build();
    }

    static String text(String path) {
        try (InputStream in = Library.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Node's library has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
