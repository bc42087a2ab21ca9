package dev.backwright.judge.bench;

import dev.backwright.judge.app.Standby;
import dev.backwright.judge.service.OpenServices;
import org.jspecify.annotations.Nullable;

/// What stands ready when a check begins: services, and perhaps a process that waits to become the server.
final class Stage implements AutoCloseable {

    private final OpenServices services;
    private final @Nullable Standby standby;
    private boolean taken;

    Stage(OpenServices services, @Nullable Standby standby) {
        this.services = services;
        this.standby = standby;
    }

    OpenServices services() {
        return services;
    }

    boolean isGood() {
        return (standby == null || standby.isAlive()) && services.areAlive();
    }

    /// The process, once: a server that is started again is started anew.
    synchronized @Nullable Standby takeStandby() {
        Standby waiting = taken ? null : standby;
        taken = true;
        return waiting;
    }

    @Override
    public void close() {
        try {
            if (standby != null) {
                standby.close();
            }
        } finally {
            services.close();
        }
    }
}
