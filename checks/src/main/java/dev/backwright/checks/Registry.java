package dev.backwright.checks;

import java.util.Map;

/// A registry of npm packages, one for each check, which `npm` and `yarn` use by themselves: its address is in `npm_config_registry`.
/// It begins with the packages in the lab's folder `registry/`, one in each folder that holds a package.json.
///
/// ```java
/// registry.given("{\"name\": \"units\", \"version\": \"1.3.0\"}", Map.of("index.js", "…"));
/// project.run("npm", "publish").exit().is(0);
/// registry.published("@shop/cart", "1.0.0").files().lacks("cart.test.js");
/// registry.tag("@shop/cart", "latest").is("1.0.0");
/// ```
///
/// Whoever runs in the sandbox is logged in. A version is published once. The first version of a package becomes `latest`, whatever tag it is
/// published under.
public interface Registry {

    /// Publishes a package under the tag `latest`.
    ///
    /// @param manifest its package.json
    /// @param files its other files, by path
    default Registry given(String manifest, Map<String, String> files) {
        return given("latest", manifest, files);
    }

    /// Publishes a package under a tag.
    Registry given(String tag, String manifest, Map<String, String> files);

    /// The versions of a package in the order in which they were published: a list, empty where there is no such package.
    Seen versions(String name);

    /// The version a tag names; absent where there is no such tag.
    Seen tag(String name, String tag);

    /// A version that was published. One that was not fails the check.
    Published published(String name, String version);

    /// What was asked of it, in order: a list of `GET /units`, scoped names as `GET /@shop/cart`.
    default Seen requests() {
        return requests("");
    }

    /// Those requests that a pattern, a regular expression, is found in.
    Seen requests(String pattern);

    /// A version as it was published.
    interface Published {
        /// The files in its tarball, sorted.
        Seen files();

        /// The text of one of them; absent where there is none.
        Seen file(String path);

        /// A place in the package.json of its tarball: `manifest("exports", ".", "types")`; all of it without one.
        Seen manifest(String... place);

        /// The message it is deprecated with; absent where it is not.
        Seen deprecated();
    }
}
