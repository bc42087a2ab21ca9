package dev.backwright.services.postgres;

import dev.backwright.services.sql.Session;
import java.util.Properties;

/// All that is needed to connect.
///
/// @param host always the loopback address for servers of ours
public record PostgresLogin(String host, int port, String database, String role, String password) {

    /// For JDBC; role and password are handed over apart from it.
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /// For everyone else, as if the server were at another place.
    public String url(String host, int port) {
        return "postgres://" + role + ":" + password + "@" + host + ":" + port + "/" + database;
    }

    Session open() {
        var properties = new Properties();
        properties.setProperty("user", role);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "backwright");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("stringtype", "unspecified");
        return Session.open("PostgreSQL", jdbcUrl(), properties, new PostgresCells());
    }

    PostgresLogin to(String database) {
        return new PostgresLogin(host, port, database, role, password);
    }

    PostgresLogin as(String role, String password) {
        return new PostgresLogin(host, port, database, role, password);
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return role + "@" + host + ":" + port + "/" + database;
    }
}
