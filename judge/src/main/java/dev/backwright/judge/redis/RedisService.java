package dev.backwright.judge.redis;

import dev.backwright.judge.seen.Origin;
import dev.backwright.judge.service.Kind;
import dev.backwright.judge.service.OpenService;
import dev.backwright.judge.service.Service;
import dev.backwright.services.redis.RedisDatabase;
import dev.backwright.services.redis.RedisProgram;
import dev.backwright.services.server.MemoryArea;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Redis: a server of its own for each check, from the `redis-server` of this machine.
public final class RedisService implements Service {

    private final Path home;
    private @Nullable RedisProgram program;

    /// @param home where temporary files may lie
    public RedisService(Path home) {
        this.home = home;
    }

    @Override
    public Kind kind() {
        return Kind.REDIS;
    }

    @Override
    public OpenService open(Map<String, String> data, Origin origin) {
        Path area = MemoryArea.find().orElse(home.resolve("run"));
        return new LearnersRedis(RedisDatabase.start(program(), area), origin);
    }

    private synchronized RedisProgram program() {
        if (program == null) {
            program = RedisProgram.find(RedisProgram.setting());
        }
        return program;
    }

    @Override
    public synchronized Optional<String> version() {
        return Optional.ofNullable(program).map(RedisProgram::version);
    }

    /// Each server ends with its check.
    @Override
    public void close() {}
}
