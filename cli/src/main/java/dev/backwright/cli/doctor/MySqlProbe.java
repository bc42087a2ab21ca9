package dev.backwright.cli.doctor;

import dev.backwright.services.ServiceException;
import dev.backwright.services.mysql.MariaDbPrograms;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Whether there is a MariaDB to run or a server to ask; without one only some labs cannot be judged.
///
/// @param setting as `BACKWRIGHT_MYSQL` has it: an address, or a `mariadbd`
record MySqlProbe(@Nullable String setting) implements Probe {

    private static final String WHAT = "MySQL";

    /// The setting of this machine.
    static MySqlProbe here() {
        return new MySqlProbe(
                System.getProperty("backwright.mysql", System.getenv("BACKWRIGHT_MYSQL")));
    }

    @Override
    public Finding look() {
        if (setting != null && setting.contains("://")) {
            return Finding.good(WHAT, "the server that BACKWRIGHT_MYSQL names, not asked");
        }
        try {
            boolean named = setting != null && !setting.isBlank();
            MariaDbPrograms found =
                    named ? MariaDbPrograms.at(Path.of(setting)) : MariaDbPrograms.find();
            return Finding.good(WHAT, "MariaDB " + found.version() + ", " + found.server());
        } catch (ServiceException e) {
            return Finding.weak(
                    WHAT,
                    "none: labs that need it are not judged here",
                    String.valueOf(e.getMessage()));
        }
    }
}
