package dev.backwright.services.mysql;

import dev.backwright.services.sql.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// All that is needed to connect.
///
/// @param database may be empty
public record MySqlLogin(String host, int port, String database, String user, String password) {

    private static final int USUAL_PORT = 3306;

    /// Reads `mysql://user:password@host:port/database`; port and database may be left out.
    ///
    /// @throws IllegalArgumentException when it is no such address
    public static MySqlLogin of(String url) {
        URI uri = URI.create(url);
        String[] who =
                uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        boolean ours = "mysql".equals(uri.getScheme()) || "mariadb".equals(uri.getScheme());
        if (!ours || uri.getHost() == null || who.length == 0) {
            throw new IllegalArgumentException(
                    "an address of a MySQL looks like mysql://user:password@host:3306");
        }
        String path = uri.getPath() == null ? "" : uri.getPath();
        return new MySqlLogin(
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                path.replaceFirst("^/", ""),
                decoded(who[0]),
                who.length < 2 ? "" : decoded(who[1]));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// For programs, as if the server were at another place.
    public String url(String host, int port) {
        return "mysql://" + user + ":" + password + "@" + host + ":" + port + "/" + database;
    }

    String jdbcUrl() {
        return "jdbc:mariadb://" + host + ":" + port + "/" + database;
    }

    Session open() {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslMode", "disable");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("allowMultiQueries", "true");
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("connectTimeout", "10000");
        properties.setProperty("tinyInt1isBit", "false");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("connectionCollation", "utf8mb4_general_ci");
        return Session.open("MySQL", jdbcUrl(), properties, new MySqlCells());
    }

    MySqlLogin to(String database) {
        return new MySqlLogin(host, port, database, user, password);
    }

    MySqlLogin as(String user, String password) {
        return new MySqlLogin(host, port, database, user, password);
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
