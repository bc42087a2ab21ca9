package dev.backwright.services.redis;

import dev.backwright.services.ServiceMissing;
import dev.backwright.services.server.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The `redis-server` of this machine, or Valkey's, which is the same to us. Never brought along: its licence is its own.
///
/// @param version as it says itself: `7.0.15`
public record RedisProgram(Path file, String version) {

    private static final List<String> NAMES = List.of("redis-server", "valkey-server");
    private static final Pattern VERSION = Pattern.compile("\\bv=((\\d+)\\.(\\d+)[\\d.]*)");

    /// From here on an ACL may take single subcommands away.
    private static final int OLDEST = 700;

    private static final String INSTALL =
            "install it (Debian and Ubuntu: apt install redis-server; macOS: brew install redis), "
                    + "or set BACKWRIGHT_REDIS to the file of a redis-server.";

    /// As the property `backwright.redis` or the environment sets it; `null` where neither does.
    public static @Nullable String setting() {
        return System.getProperty("backwright.redis", System.getenv("BACKWRIGHT_REDIS"));
    }

    /// Finds it.
    ///
    /// @param setting the program's file; `null` to look for it on the search path
    /// @throws ServiceMissing where there is none that we can use
    public static RedisProgram find(@Nullable String setting) {
        if (setting != null && !setting.isBlank()) {
            return of(Path.of(setting))
                    .orElseThrow(() ->
                            new ServiceMissing(
                                    "BACKWRIGHT_REDIS says \""
                                            + setting
                                            + "\", and that is no Redis server: "
                                            + INSTALL));
        }
        return places().flatMap(place -> of(place).stream())
                .findFirst()
                .orElseThrow(() -> new ServiceMissing("This machine has no Redis: " + INSTALL));
    }

    private static Stream<Path> places() {
        String path =
                String.valueOf(System.getenv("PATH"))
                        + ":/usr/local/bin:/opt/homebrew/bin:/usr/bin";
        return Stream.of(path.split(":"))
                .filter(folder -> folder.startsWith("/"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    }

    private static Optional<RedisProgram> of(Path file) {
        if (!Files.isExecutable(file) || Files.isDirectory(file)) {
            return Optional.empty();
        }
        String said = Command.run(List.of(file.toString(), "--version")).output();
        Matcher version = VERSION.matcher(said);
        if (!version.find()) {
            return Optional.empty();
        }
        int found = Integer.parseInt(version.group(2)) * 100 + Integer.parseInt(version.group(3));
        if (found < OLDEST) {
            throw new ServiceMissing(
                    file + " is Redis " + version.group(1) + ", and 7.0 is needed: " + INSTALL);
        }
        return Optional.of(new RedisProgram(file.toAbsolutePath(), version.group(1)));
    }
}
