package dev.backwright.judge.bench;

import dev.backwright.judge.mongo.MongoService;
import dev.backwright.judge.mysql.MySqlService;
import dev.backwright.judge.oidc.OidcService;
import dev.backwright.judge.postgres.PostgresService;
import dev.backwright.judge.redis.RedisService;
import dev.backwright.judge.registry.RegistryService;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenServices;
import dev.backwright.judge.service.Service;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All kinds of services, for as long as the judge lives.
final class Services implements AutoCloseable {

    private final Map<Kind, Service> all = new EnumMap<>(Kind.class);

    private Services(List<Service> all) {
        all.forEach(service -> this.all.put(service.kind(), service));
    }

    /// @param home where runtime files and temporary files may lie
    static Services in(Path home) {
        return new Services(
                List.of(
                        new PostgresService(home),
                        new MySqlService(home),
                        new MongoService(home),
                        new RedisService(home),
                        new OidcService(),
                        new RegistryService()));
    }

    /// Those of one check. Nothing is started before it is asked for.
    OpenServices forCheck(Collection<String> needs, Map<String, String> data) {
        return new OpenServices(kinds(needs), this::of, data);
    }

    /// Why the server of that kind cannot do one of these; empty where it can do all.
    Optional<String> lacking(Kind kind, Collection<String> abilities) {
        return abilities.isEmpty() ? Optional.empty() : of(kind).lacking(abilities);
    }

    /// Name and version of those that were started so far, of those named.
    SortedMap<String, String> versions(Collection<String> needs) {
        SortedMap<String, String> versions = new TreeMap<>();
        for (Kind kind : kinds(needs)) {
            of(kind).version().ifPresent(version -> versions.put(kind.id(), version));
        }
        return versions;
    }

    private static List<Kind> kinds(Collection<String> needs) {
        return needs.stream().map(need -> Kind.of(need).orElseThrow()).toList();
    }

    private Service of(Kind kind) {
        Service service = all.get(kind);
        if (service == null) {
            throw new IllegalStateException("nobody serves " + kind);
        }
        return service;
    }

    @Override
    public void close() {
        all.values().forEach(Service::close);
    }
}
