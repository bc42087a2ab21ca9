package dev.backwright.academy.grading;

import dev.backwright.academy.submissions.Submissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Hears from judges that work apart, by `listen backwright_live`, and passes it on to open pages. What was missed before it
/// listened, or while the database was away, is made up for by saying of everything written lately that it is written.
@Component
final class FarNews {

    private static final Logger LOG = LoggerFactory.getLogger(FarNews.class);
    private static final int LISTEN_MILLIS = 1_000;

    private final DataSource dataSource;
    private final PresentJudges judges;
    private final Submissions submissions;
    private final Hearing hearing;
    private volatile boolean open;

    FarNews(DataSource dataSource, PresentJudges judges, Submissions submissions, Hearing hearing) {
        this.dataSource = dataSource;
        this.judges = judges;
        this.submissions = submissions;
        this.hearing = hearing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (judges.areApart()) {
            open = true;
            Thread.ofPlatform().daemon().name("judges-apart").start(this::listen);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        open = false;
    }

    private void listen() {
        while (open) {
            try (var connection = dataSource.getConnection()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("listen backwright_live");
                }
                lately().forEach(id -> written(id));
                hear(connection);
            } catch (SQLException | RuntimeException e) {
                LOG.debug("The judges cannot be heard, and are listened to again", e);
                pause();
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var postgres = connection.unwrap(PGConnection.class);
        while (open) {
            for (var news : postgres.getNotifications(LISTEN_MILLIS)) {
                tell(news.getParameter());
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten *"); // it goes back to the pool
        }
    }

    /// Anyone who may connect may send on a channel: what cannot be understood is passed over, and nothing is believed but
    /// what the tables say.
    private void tell(String json) {
        try {
            var news = JsonMapper.shared().readTree(json);
            var id = UUID.fromString(news.path("id").asString());
            if (news.has("written")) {
                written(id);
            } else {
                submissions.anybodys(id).ifPresent(it -> hearing.progress(it, news.path("told")));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.debug("No news: {}", json, e);
        }
    }

    private void written(UUID id) {
        submissions.anybodys(id).ifPresent(hearing::written);
    }

    private List<UUID> lately() {
        return JdbcClient.create(dataSource)
                .sql("select version from judging where judged_at > now() - interval '5 minutes'")
                .query((row, at) -> Optional.ofNullable(row.getObject(1, UUID.class)).orElseThrow())
                .list();
    }

    private static void pause() {
        try {
            Thread.sleep(LISTEN_MILLIS / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
