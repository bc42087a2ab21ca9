package dev.backwright.services.postgres;

import dev.backwright.services.ServiceException;
import dev.backwright.services.server.Failures;
import java.nio.file.Path;

/// A server ended before it took connections; what it said tells whether another try makes sense.
final class StartRefused extends ServiceException {

    private static final long serialVersionUID = 1;

    private final String said;

    StartRefused(Path folder, String said) {
        super(String.valueOf(Failures.said("start PostgreSQL in", folder, said).getMessage()));
        this.said = said;
    }

    boolean portTaken() {
        return said.contains("Address already in use")
                || said.contains("could not create any TCP/IP sockets");
    }

    /// Servers of a killed postmaster go by themselves, shortly after it.
    boolean leftoversStillRun() {
        return said.contains("pre-existing shared memory block");
    }
}
