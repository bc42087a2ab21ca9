package dev.backwright.services.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backwright.services.Machine;
import dev.backwright.services.ServiceException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs where there is a `mongod` on the search path.
class MongodTest {

    private final Optional<Path> program = Mongod.find();

    @TempDir Path area;

    @Test
    void aServerOfOursHasEverything() throws Exception {
        assumeTrue(program.isPresent(), "there is no mongod here");
        try (var server = MongoServer.started(program.orElseThrow(), area)) {
            assertEquals(Optional.empty(), server.lacking(Capabilities.names()));
            try (var db = server.create();
                    var other = server.create()) {
                db.insert("a", "{_id: 1}");
                assertEquals(0, other.find("a", "{}").size());
                var elsewhere =
                        db.login()
                                .as(
                                        db.login().user(),
                                        db.login().password(),
                                        other.login().database());
                assertThrows(ServiceException.class, () -> Session.open(elsewhere).close());
            }
        }
        assertEquals(0, Machine.entries(area));
    }
}
