package dev.backwright.judge.program;

import java.nio.charset.StandardCharsets;

/// A submission's paths: as the learner knows them, and as an URL wants them.
final class Paths {

    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

    private Paths() {}

    /// The text with the work folder taken out of its paths.
    static String shortened(String text, String folder) {
        return folder.isEmpty()
                ? text
                : text.replace("file://" + folder + "/", "").replace(folder + "/", "");
    }

    /// `./lib/a.js` as `lib/a.js`.
    static String plain(String file) {
        return file.startsWith("./") ? file.substring(2) : file;
    }

    /// A relative path as part of an URL.
    static String encoded(String path) {
        var url = new StringBuilder();
        for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(unit) >= 0) {
                url.append((char) unit);
            } else {
                url.append("%%%02X".formatted(unit));
            }
        }
        return url.toString();
    }
}
