package dev.backwright.academy.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Where the bundled style sheets, scripts and fonts are: plain name to address with the digest of its content,
/// `lab.js` to `/assets/lab-3F7A21BC.js`. Such an address never changes its content.
public final class Assets {

    private static final String MANIFEST = "/static/assets/manifest.properties";

    private final Properties addresses;

    private Assets(Properties addresses) {
        this.addresses = addresses;
    }

    /// Reads the manifest that the front end's build wrote to the class path.
    public static Assets load() {
        try (var manifest = Assets.class.getResourceAsStream(MANIFEST)) {
            if (manifest == null) {
                throw new IllegalStateException(
                        MANIFEST
                                + " is not on the class path: run `node build.mjs` in academy/frontend");
            }
            var addresses = new Properties();
            addresses.load(manifest);
            return new Assets(addresses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of an asset.
    public String at(String name) {
        var address = addresses.getProperty(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name + " in " + MANIFEST);
        }
        return address;
    }
}
