package dev.backwright.cli.doctor;

import dev.backwright.services.ServiceMissing;
import dev.backwright.services.redis.RedisProgram;

/// Whether there is a Redis server to run; without one only some labs cannot be judged.
final class RedisProbe implements Probe {

    private static final String WHAT = "Redis";

    @Override
    public Finding look() {
        try {
            RedisProgram found = RedisProgram.find(RedisProgram.setting());
            return Finding.good(WHAT, found.version() + ", " + found.file());
        } catch (ServiceMissing e) {
            return Finding.weak(
                    WHAT,
                    "none: labs that need it are not judged here",
                    String.valueOf(e.getMessage()));
        }
    }
}
