package dev.backwright.services.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One published version of a package.
///
/// @param manifest as it was published: what the publisher's program said, else package.json
/// @param deprecated the message; `null` where it is not
public record Release(
        String name,
        String version,
        ObjectNode manifest,
        Tarball tarball,
        @Nullable String deprecated) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// What an installer is told, as npm's registry shortens it.
    private static final List<String> INSTALL =
            List.of(
                    "name",
                    "version",
                    "dependencies",
                    "optionalDependencies",
                    "devDependencies",
                    "bundleDependencies",
                    "peerDependencies",
                    "peerDependenciesMeta",
                    "bin",
                    "directories",
                    "engines",
                    "os",
                    "cpu",
                    "libc");

    private static final List<String> AT_INSTALL = List.of("preinstall", "install", "postinstall");

    /// One whose manifest is the package.json among its files.
    static Release of(Tarball tarball) {
        JsonNode manifest = packed(tarball);
        if (!(manifest instanceof ObjectNode object)) {
            throw new RegistryRefused(400, "There is no package.json with an object in it.");
        }
        String name = Names.ofPackage(object.path("name").asString(""));
        String version = Names.ofVersion(object.path("version").asString(""));
        return new Release(name, version, object, tarball, null);
    }

    /// One that somebody publishes: what is said of it and what is in it must be the same package.
    static Release of(ObjectNode said, Tarball tarball) {
        Release packed = of(tarball);
        boolean same =
                packed.name.equals(said.path("name").asString(""))
                        && packed.version.equals(said.path("version").asString(""));
        if (!same) {
            throw new RegistryRefused(400, "The tarball holds another package than is published.");
        }
        return new Release(packed.name, packed.version, said, tarball, null);
    }

    private static JsonNode packed(Tarball tarball) {
        byte[] bytes = tarball.files().getOrDefault("package.json", new byte[0]);
        try {
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw new RegistryRefused(400, "package.json is no JSON.");
        }
    }

    Release deprecated(@Nullable String message) {
        return new Release(name, version, manifest, tarball, message);
    }

    /// The files in its tarball.
    public SortedMap<String, byte[]> files() {
        return tarball.files();
    }

    /// The text of one of them.
    public Optional<String> file(String path) {
        return Optional.ofNullable(files().get(path))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /// The package.json in its tarball.
    public String packedManifest() {
        return file("package.json").orElse("{}");
    }

    /// As a packument tells it.
    ///
    /// @param registry the address of the registry as its client knows it
    /// @param install whether only what an installer needs
    ObjectNode told(String registry, boolean install) {
        ObjectNode all = JSON.createObjectNode();
        if (install) {
            INSTALL.stream()
                    .filter(manifest::has)
                    .forEach(key -> all.set(key, manifest.get(key).deepCopy()));
            if (AT_INSTALL.stream().anyMatch(manifest.path("scripts")::has)) {
                all.put("hasInstallScript", true);
            }
        } else {
            all.setAll(manifest.deepCopy());
            all.put("_id", name + "@" + version);
        }
        if (deprecated != null) {
            all.put("deprecated", deprecated);
        }
        ObjectNode dist = all.putObject("dist");
        dist.put("integrity", tarball.integrity());
        dist.put("shasum", tarball.shasum());
        dist.put("tarball", registry + name + "/-/" + fileName());
        dist.put("fileCount", files().size());
        dist.put("unpackedSize", tarball.unpackedSize());
        return all;
    }

    String fileName() {
        return Names.bare(name) + "-" + version + ".tgz";
    }
}
