package dev.backwright.judge.redis;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import dev.backwright.checks.Wire;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.seen.Sighting;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.wire.LearnersWire;
import dev.backwright.services.ServiceException;
import dev.backwright.services.redis.RedisDatabase;
import dev.backwright.services.redis.RedisRefused;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A submission's Redis during one check.
final class LearnersRedis implements Redis, OpenService {

    /// What the learner's program can bring about: another type under the key, a full server, a script without an end.
    private static final Set<String> LEARNERS_DOING = Set.of("WRONGTYPE", "OOM", "BUSY");

    private final RedisDatabase database;
    private final long process;
    private final LearnersWire wire;

    LearnersRedis(RedisDatabase database, Origin origin) {
        this.database = database;
        this.process = database.pid();
        this.wire = new LearnersWire(database.wire(), origin);
    }

    @Override
    public Redis words() {
        return this;
    }

    @Override
    public dev.backwright.sandbox.Wire towards(String variable) {
        return wire.towards(variable);
    }

    @Override
    public String address() {
        return database.address();
    }

    @Override
    public boolean isAlive() {
        try {
            database.run("ping");
            return database.pid() == process;
        } catch (RedisRefused busy) {
            return database.pid() == process;
        } catch (ServiceException gone) {
            return false;
        }
    }

    @Override
    public void run(String... command) {
        asked(command);
    }

    @Override
    public Seen query(String... command) {
        String what = String.join(" ", command);
        @Nullable Object answer = asked(command);
        return answer == null
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, answer, Failing.PLAIN);
    }

    @Override
    public void given(String key, Object value) {
        run("del", key);
        Stored stored = Stored.of(value);
        if (!stored.words().isEmpty()) {
            run(
                    Stream.concat(Stream.of(stored.command(), key), stored.words().stream())
                            .toArray(String[]::new));
        }
    }

    @Override
    public Seen keys(String pattern) {
        List<?> keys = (List<?>) Objects.requireNonNull(asked("keys", pattern));
        List<String> sorted = keys.stream().map(String::valueOf).sorted().toList();
        return Sighting.of("keys " + pattern, sorted, Failing.PLAIN);
    }

    @Override
    public Seen ttl(String key) {
        String what = "seconds that " + key + " has left";
        long millis = (Long) Objects.requireNonNull(asked("pttl", key));
        return millis < 0
                ? Sighting.absent(what, Failing.PLAIN)
                : Sighting.of(what, (millis + 999) / 1000, Failing.PLAIN);
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public List<Evidence> evidence() {
        return wire.evidence();
    }

    @Override
    public List<Evidence.Wires.Step> steps() {
        return wire.steps();
    }

    private @Nullable Object asked(String... command) {
        try {
            return database.run(command);
        } catch (RedisRefused e) {
            if (LEARNERS_DOING.contains(e.code())) {
                throw new Unmet(String.valueOf(e.getMessage()), evidence());
            }
            throw e;
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
