package dev.backwright.services.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers requests: the registry's side of npm's and Yarn's talk.
final class Counter {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\[\\]:-]{1,100}");
    private static final String SHORT = "application/vnd.npm.install-v1+json";

    private final Shelves shelves;

    Counter(Shelves shelves) {
        this.shelves = shelves;
    }

    Told answer(Asked asked) {
        try {
            return answer(asked, parts(asked.path()));
        } catch (RegistryRefused e) {
            return Told.refused(e);
        }
    }

    private static List<String> parts(String path) {
        try {
            String decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
            return List.of(decoded.substring(1).split("/", -1));
        } catch (IllegalArgumentException e) {
            throw new RegistryRefused(400, "This is no path.");
        }
    }

    private Told answer(Asked asked, List<String> parts) {
        if (parts.getFirst().equals("-")) {
            return service(asked, parts.subList(1, parts.size()));
        }
        int words = parts.getFirst().startsWith("@") ? 2 : 1;
        if (parts.size() < words) {
            throw new RegistryRefused(404, "There is nothing here.");
        }
        String name = Names.ofPackage(String.join("/", parts.subList(0, words)));
        List<String> rest = parts.subList(words, parts.size());
        return switch (asked.method()) {
            case "GET", "HEAD" -> read(asked, name, rest);
            case "PUT" -> {
                requireKey(asked);
                if (!rest.isEmpty()) {
                    throw notHere(asked);
                }
                yield write(asked, name);
            }
            default -> throw notHere(asked);
        };
    }

    private static RegistryRefused notHere(Asked asked) {
        return new RegistryRefused(405, "This registry does not " + asked.method() + " that.");
    }

    private Told service(Asked asked, List<String> words) {
        String what = String.join("/", words);
        if (what.equals("ping")) {
            return Told.json(200, Map.of());
        }
        if (what.equals("whoami")) {
            requireKey(asked);
            return Told.json(200, Map.of("username", "learner"));
        }
        if (what.startsWith("npm/v1/security/")) {
            return Told.json(200, Map.of());
        }
        int tags = words.indexOf("dist-tags");
        if (tags > 1 && words.getFirst().equals("package")) {
            String name = Names.ofPackage(String.join("/", words.subList(1, tags)));
            return tags(asked, name, words.subList(tags + 1, words.size()));
        }
        throw new RegistryRefused(404, "There is nothing here.");
    }

    private Told tags(Asked asked, String name, List<String> tag) {
        if (asked.method().equals("GET") && tag.isEmpty()) {
            return Told.json(200, shelves.tags(name));
        }
        requireKey(asked);
        if (tag.size() != 1) {
            throw notHere(asked);
        }
        switch (asked.method()) {
            case "PUT", "POST" ->
                    shelves.tag(name, Names.ofTag(tag.getFirst()), parsed(asked).asString(""));
            case "DELETE" -> shelves.untag(name, tag.getFirst());
            default -> throw notHere(asked);
        }
        return Told.json(200, Map.of("ok", true));
    }

    private Told read(Asked asked, String name, List<String> rest) {
        String registry = address(asked);
        if (rest.isEmpty()) {
            boolean install = asked.header("accept").contains(SHORT);
            JsonNode packument = shelves.packument(name, registry, install);
            return install ? Told.install(packument) : Told.json(200, packument);
        }
        if (rest.size() == 2 && rest.getFirst().equals("-")) {
            return shelves.first(name, release -> release.fileName().equals(rest.get(1)))
                    .map(release -> Told.tarball(release.tarball().bytes()))
                    .orElseThrow(() -> new RegistryRefused(404, "There is no such tarball."));
        }
        return shelves.release(name, rest.getFirst())
                .or(() -> shelves.tagged(name, rest.getFirst()))
                .filter(release -> rest.size() == 1)
                .map(release -> Told.json(200, release.told(registry, false)))
                .orElseThrow(() -> new RegistryRefused(404, "There is no such version."));
    }

    private static String address(Asked asked) {
        String host = asked.header("host");
        return "http://" + (HOST.matcher(host).matches() ? host : "localhost") + "/";
    }

    private static void requireKey(Asked asked) {
        if (asked.header("authorization").isEmpty()) {
            throw new RegistryRefused(401, "You have to be logged in for that.");
        }
    }

    private Told write(Asked asked, String name) {
        if (!(parsed(asked) instanceof ObjectNode said)
                || !said.path("name").asString("").equals(name)) {
            throw new RegistryRefused(400, "This is not about " + name + ".");
        }
        if (said.path("_attachments").isEmpty()) {
            said.path("versions")
                    .properties()
                    .forEach(each ->
                            shelves.deprecate(name, each.getKey(), message(each.getValue())));
        } else {
            publish(name, said);
        }
        return Told.json(201, Map.of("ok", true));
    }

    private static @Nullable String message(JsonNode version) {
        String text = version.path("deprecated").asString("");
        return text.isEmpty() ? null : text;
    }

    private void publish(String name, ObjectNode said) {
        JsonNode versions = said.path("versions");
        JsonNode attached = said.path("_attachments");
        if (versions.size() != 1
                || attached.size() != 1
                || !(versions.iterator().next() instanceof ObjectNode manifest)) {
            throw new RegistryRefused(400, "One version with one tarball is published at a time.");
        }
        Tarball tarball = Tarball.read(decoded(attached.iterator().next()));
        requireSame(manifest.path("dist"), tarball);
        Release release = Release.of(manifest, tarball);
        if (!release.name().equals(name)) {
            throw new RegistryRefused(400, "The tarball is not of " + name + ".");
        }
        shelves.publish(release, tags(said, release.version()));
    }

    private static byte[] decoded(JsonNode attachment) {
        try {
            return Base64.getDecoder().decode(attachment.path("data").asString(""));
        } catch (IllegalArgumentException e) {
            throw new RegistryRefused(400, "The tarball is no base64.");
        }
    }

    private static void requireSame(JsonNode dist, Tarball tarball) {
        String integrity = dist.path("integrity").asString(tarball.integrity());
        String shasum = dist.path("shasum").asString(tarball.shasum());
        if (!integrity.equals(tarball.integrity()) || !shasum.equals(tarball.shasum())) {
            throw new RegistryRefused(400, "The tarball's digest is not the one that was told.");
        }
    }

    private static Map<String, String> tags(ObjectNode said, String version) {
        Map<String, String> tags = new HashMap<>();
        said.path("dist-tags")
                .properties()
                .forEach(each -> {
                    if (!each.getValue().asString("").equals(version)) {
                        throw new RegistryRefused(400, "A tag names another version.");
                    }
                    tags.put(Names.ofTag(each.getKey()), version);
                });
        return tags;
    }

    private static JsonNode parsed(Asked asked) {
        try {
            return JSON.readTree(asked.body());
        } catch (JacksonException e) {
            throw new RegistryRefused(400, "This is no JSON.");
        }
    }
}
