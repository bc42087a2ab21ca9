package dev.backwright.academy.platform;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

/// All that must stand before the academy opens: home folder, database, port and key. Closing gives everything back.
public final class Premises implements AutoCloseable {

    private final Places places;
    private final Home home;
    private final PlatformDatabase database;
    private final Solo solo;

    /// One start: where it listens and, in solo mode, the key to it.
    public record Solo(Port port, StartKey key) {

        public String url() {
            return "http://127.0.0.1:" + port.number();
        }

        /// What a person opens.
        public String door() {
            return url() + "/enter?key=" + key.text();
        }
    }

    private Premises(Places places, Home home, PlatformDatabase database, Solo solo) {
        this.places = places;
        this.home = home;
        this.database = database;
        this.solo = solo;
    }

    /// @throws CannotStart with the one sentence that says why not
    public static Premises open(Places places, Arguments arguments) {
        var solo = new Solo(arguments.choosePort(), StartKey.random());
        var home = Home.open(places.home());
        try {
            return new Premises(places, home, PlatformDatabase.open(places), solo);
        } catch (RuntimeException e) {
            home.close();
            throw e;
        }
    }

    public Places places() {
        return places;
    }

    public PlatformDatabase database() {
        return database;
    }

    public Solo solo() {
        return solo;
    }

    /// Where people reach it: scheme, host, port.
    public String url() {
        URI url = places.site().url();
        return url == null ? solo.url() : url.toString();
    }

    /// What a request may name in its `Host`.
    public Set<String> hosts() {
        URI url = places.site().url();
        int port = solo.port().number();
        return url == null
                ? Set.of("127.0.0.1:" + port, "localhost:" + port)
                : Set.of(url.getAuthority());
    }

    /// Whether a proxy before us speaks TLS.
    public boolean isHttps() {
        return url().startsWith("https:");
    }

    /// Cookies know no ports: each address on a machine has names of its own, which academies behind it share. By `__Host-` a browser
    /// takes it from this very host by TLS alone.
    public String cookieName(String what) {
        if (isHttps()) {
            return "__Host-backwright-" + what;
        }
        int port = URI.create(url()).getPort();
        return "backwright_%s_%d".formatted(what, port < 0 ? 80 : port);
    }

    /// How much room the home folder has.
    public Room room() {
        return new Room(
                home.folder(),
                places.site().many() ? "this academy's data" : home.folder().toString());
    }

    /// Tells other academies where this one is, and in solo mode the command line, with the key.
    public void announce() {
        home.announce(url());
        if (places.site().many()) {
            return;
        }
        try {
            new SoloFile(solo.url(), solo.key().text(), ProcessHandle.current().pid())
                    .write(home.folder());
        } catch (IOException e) {
            throw CannotStart.here(
                    "The file solo.json in %s cannot be written (%s). The command line finds the academy by it."
                            .formatted(home.folder(), FileTrouble.inWords(e)),
                    e);
        }
    }

    /// How large the data is, in megabytes.
    public long megabytes() {
        return home.size() >> 20;
    }

    @Override
    public void close() {
        try (home) {
            SoloFile.remove(home.folder());
            database.close();
        } catch (IOException e) {
            throw new IllegalStateException("solo.json cannot be removed", e);
        }
    }
}
