package dev.backwright.services.registry;

import java.util.regex.Pattern;

/// Which names and version numbers a registry takes.
final class Names {

    private static final int LONGEST = 214;
    private static final String PART = "[a-z0-9~-][a-z0-9._~-]*";
    private static final Pattern PACKAGE = Pattern.compile("(@" + PART + "/)?" + PART);
    private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");

    /// As Semantic Versioning 2.0.0 has it.
    private static final Pattern VERSION =
            Pattern.compile(
                    "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                            + "(-(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)(\\.(0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*)?"
                            + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");

    private Names() {}

    static String ofPackage(String name) {
        if (name.length() > LONGEST || !PACKAGE.matcher(name).matches()) {
            throw new RegistryRefused(400, "This is no name for a package: " + shown(name));
        }
        return name;
    }

    static String ofVersion(String version) {
        if (version.length() > 100 || !VERSION.matcher(version).matches()) {
            throw new RegistryRefused(400, "This is no version number: " + shown(version));
        }
        return version;
    }

    /// A tag must not be readable as a range: `v1`.
    static String ofTag(String tag) {
        if (!TAG.matcher(tag).matches() || tag.matches("[vVxX]\\d*(\\..*)?")) {
            throw new RegistryRefused(400, "This is no name for a tag: " + shown(tag));
        }
        return tag;
    }

    /// The last part, which tarballs are named by.
    static String bare(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private static String shown(String text) {
        return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
    }
}
