package dev.backwright.judge;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/// The judge's version, as the build wrote it down.
final class Version {

    static final String TEXT = read();

    private Version() {}

    private static String read() {
        var properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            if (in == null) {
                throw new JudgeException("the judge's jar lacks version.properties; build it anew");
            }
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new JudgeException("version.properties cannot be read: " + e, e);
        }
    }
}
