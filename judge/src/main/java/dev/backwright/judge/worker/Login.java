package dev.backwright.judge.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which database, and as whom. Never from the command line, which everybody on the machine can read.
///
/// @param url `jdbc:postgresql://host/name`
record Login(String url, String user, String password) {

    private static final String URL = "BACKWRIGHT_DATABASE_URL";
    private static final String USER = "BACKWRIGHT_DATABASE_USER";
    private static final String PASSWORD = "BACKWRIGHT_DATABASE_PASSWORD";
    private static final String PASSWORD_FILE = "BACKWRIGHT_DATABASE_PASSWORD_FILE";

    /// From the environment; without an address there, that of the academy with the same home, as its `judge.json` tells.
    ///
    /// @throws CannotWork naming what is missing
    static Login of(Function<String, @Nullable String> environment, Path home) {
        var url = environment.apply(URL);
        if (url == null || url.isBlank()) {
            return ofHome(home.resolve("judge.json"));
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw CannotWork.usage( // not shown: other kinds of address hold a password
                    URL + " has to look like jdbc:postgresql://host/name.");
        }
        var user = environment.apply(USER);
        return new Login(
                url, user == null ? "backwright_judge" : user.strip(), password(environment));
    }

    private static Login ofHome(Path file) {
        try {
            return JsonMapper.shared().readValue(Files.readString(file), Login.class);
        } catch (NoSuchFileException e) {
            throw CannotWork.usage(
                    "No database is named. Set "
                            + URL
                            + ", or start an academy with the same BACKWRIGHT_HOME and BACKWRIGHT_JUDGES=apart first: it writes "
                            + file
                            + ".");
        } catch (IOException | JacksonException e) {
            throw CannotWork.usage(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String password(Function<String, @Nullable String> environment) {
        var file = environment.apply(PASSWORD_FILE);
        var told = environment.apply(PASSWORD);
        if (file == null || file.isBlank()) {
            return told == null ? "" : told;
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw CannotWork.usage(
                    PASSWORD_FILE + " names a file that cannot be read: " + file + ".");
        }
    }

    Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "backwright judge");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
