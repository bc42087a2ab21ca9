package dev.backwright.judge.service;

import dev.backwright.checks.Mongo;
import dev.backwright.checks.MySql;
import dev.backwright.checks.Postgres;
import dev.backwright.checks.Provider;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Registry;
import java.util.Arrays;
import java.util.Optional;

/// The services a lab may need.
public enum Kind {
    POSTGRES(
            "postgres",
            "PostgreSQL",
            Postgres.class,
            "DATABASE_URL",
            "postgres://localhost:5432/postgres"),
    MONGO("mongo", "MongoDB", Mongo.class, "MONGO_URL", "mongodb://localhost:27017/lab"),
    MYSQL("mysql", "MySQL", MySql.class, "MYSQL_URL", "mysql://root@localhost:3306/test"),
    REDIS("redis", "Redis", Redis.class, "REDIS_URL", "redis://localhost:6379"),
    OIDC("oidc", "OpenID provider", Provider.class, "OIDC_ISSUER", "http://localhost:8080"),
    REGISTRY(
            "registry",
            "an npm registry",
            Registry.class,
            "npm_config_registry",
            "http://localhost:4873/");

    private final String id;
    private final String title;
    private final Class<?> type;
    private final String variable;
    private final String usual;

    Kind(String id, String title, Class<?> type, String variable, String usual) {
        this.id = id;
        this.title = title;
        this.type = type;
        this.variable = variable;
        this.usual = usual;
    }

    /// As in a lab's `needs` and in reports.
    public String id() {
        return id;
    }

    /// As people write it.
    public String title() {
        return title;
    }

    /// What a check asks for.
    public Class<?> type() {
        return type;
    }

    /// Where a program finds its address.
    public String variable() {
        return variable;
    }

    /// An address for one's own machine.
    public String usual() {
        return usual;
    }

    public static Optional<Kind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    public static Optional<Kind> of(Class<?> type) {
        return Arrays.stream(values()).filter(kind -> kind.type == type).findFirst();
    }
}
