package dev.backwright.academy.platform;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How this process is served and looked after.
///
/// ```text
///   BACKWRIGHT_LISTEN=0.0.0.0      beyond this machine, for a proxy elsewhere
///   BACKWRIGHT_METRICS_TOKEN=…     /metrics is there, for whoever brings it; also …_FILE
///   BACKWRIGHT_DRAIN=5             seconds that it still answers after it was told to end
///   BACKWRIGHT_LOGS=json           a line of JSON for each line of the log
///   BACKWRIGHT_ORIGINS=https://…   pages elsewhere that may ask the API, by token
///   BACKWRIGHT_TRACES=http://…     where spans go, by OTLP over HTTP
///   BACKWRIGHT_QUOTA=1000          megabytes that one person may store
/// ```
///
/// @param listen the address it listens on
/// @param token what reads its metrics; `null`: nobody does
/// @param drain how long it goes on as not ready before it ends
/// @param origins whose pages may ask the API, each as a browser says it
/// @param collector takes its traces; `null`: there are none
/// @param quota megabytes that one person may store, where it is for many
public record Serving(
        String listen,
        @Nullable String token,
        Duration drain,
        Set<String> origins,
        @Nullable URI collector,
        long quota) {

    static final String LISTEN = "backwright.listen";
    static final String TOKEN = "backwright.metrics.token";
    static final String DRAIN = "backwright.drain";
    static final String TRACES = "backwright.traces";
    static final String QUOTA = "backwright.quota";

    /// Read by `logback.xml`, before anything of ours is.
    static final String LOGS = "backwright.logs";

    static final String LOOPBACK = "127.0.0.1";

    public static final Serving STANDARD = new Serving(LOOPBACK, null, Duration.ZERO);

    private static final int LEAST_TOKEN = 16;
    private static final long USUAL_QUOTA = 1000;

    public Serving {
        origins = Set.copyOf(origins);
    }

    /// For no pages but our own, and without traces.
    public Serving(String listen, @Nullable String token, Duration drain) {
        this(listen, token, drain, Set.of(), null);
    }

    /// With as much for each person as is usual.
    public Serving(
            String listen,
            @Nullable String token,
            Duration drain,
            Set<String> origins,
            @Nullable URI collector) {
        this(listen, token, drain, origins, collector, USUAL_QUOTA);
    }

    /// @param megabytes for each person
    public Serving withQuota(long megabytes) {
        return new Serving(listen, token, drain, origins, collector, megabytes);
    }

    /// @throws CannotStart naming the setting that is wrong
    static Serving of(Site site, Settings settings) {
        requireLogs(settings.text(LOGS).orElse("text"));
        return new Serving(
                listen(site, settings.text(LISTEN).orElse(LOOPBACK)),
                token(settings.secret(TOKEN)),
                drain(settings.text(DRAIN).orElse("0")),
                settings.text(Origin.SETTING).map(it -> Origin.all(site, it)).orElse(Set.of()),
                settings.text(TRACES).map(Serving::collector).orElse(null),
                settings.text(QUOTA).map(it -> quota(site, it)).orElse(USUAL_QUOTA));
    }

    private static long quota(Site site, String megabytes) {
        if (!site.many()) {
            throw CannotStart.usage(
                    "BACKWRIGHT_QUOTA is for an academy with BACKWRIGHT_PEOPLE=others; alone one may fill the disk.");
        }
        if (!megabytes.matches("[1-9]\\d{0,8}")) {
            throw CannotStart.usage(
                    "BACKWRIGHT_QUOTA wants megabytes from 1 on, got '%s'.".formatted(megabytes));
        }
        return Long.parseLong(megabytes);
    }

    private static URI collector(String text) {
        try {
            var url = URI.create(text.strip());
            if (Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                    && url.getHost() != null) {
                return url.getPath().replace("/", "").isEmpty() ? url.resolve("/v1/traces") : url;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw CannotStart.usage(
                "BACKWRIGHT_TRACES wants the address of a collector, such as http://collector:4318, got '%s'."
                        .formatted(text));
    }

    private static void requireLogs(String logs) {
        if (!Set.of("text", "json").contains(logs)) {
            throw CannotStart.usage("BACKWRIGHT_LOGS is text or json, got '%s'.".formatted(logs));
        }
    }

    private static String listen(Site site, String address) {
        InetAddress parsed;
        try {
            parsed = InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw CannotStart.usage(
                    "BACKWRIGHT_LISTEN wants an address such as 0.0.0.0, got '%s'."
                            .formatted(address));
        }
        if (!parsed.isLoopbackAddress() && site.url() == null) {
            throw CannotStart.usage(
                    "BACKWRIGHT_LISTEN is %s: beyond this machine an academy is for others. Set BACKWRIGHT_PEOPLE=others and BACKWRIGHT_URL, where they reach it."
                            .formatted(address));
        }
        return address;
    }

    private static @Nullable String token(Optional<String> token) {
        if (token.isPresent() && token.get().length() < LEAST_TOKEN) {
            throw CannotStart.usage(
                    "BACKWRIGHT_METRICS_TOKEN wants at least %d characters; openssl rand -hex 32 makes one."
                            .formatted(LEAST_TOKEN));
        }
        return token.orElse(null);
    }

    private static Duration drain(String seconds) {
        if (!seconds.matches("\\d{1,3}") || Integer.parseInt(seconds) > 120) {
            throw CannotStart.usage(
                    "BACKWRIGHT_DRAIN wants seconds from 0 to 120, got '%s'.".formatted(seconds));
        }
        return Duration.ofSeconds(Integer.parseInt(seconds));
    }
}
