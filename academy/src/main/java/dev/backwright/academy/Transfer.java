package dev.backwright.academy;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.academy.catalog.Catalog;
import dev.backwright.academy.platform.Arguments;
import dev.backwright.academy.platform.CannotAnswer;
import dev.backwright.academy.platform.CannotStart;
import dev.backwright.academy.platform.Home;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.PlatformDatabase;
import dev.backwright.academy.platform.SoloFile;
import dev.backwright.academy.progress.Archive;
import dev.backwright.judge.Intake;
import dev.backwright.judge.Labs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// `export FILE` and `import FILE`, of the learner of solo mode: by the academy that runs, else by its database alone.
final class Transfer {

    private final Places places;
    private final boolean out;
    private final Path file;

    private Transfer(Places places, boolean out, Path file) {
        this.places = places;
        this.out = out;
        this.file = file;
    }

    static Transfer here(Arguments arguments) {
        return new Transfer(
                Places.here(),
                arguments.task() == Arguments.Task.EXPORT,
                Objects.requireNonNull(arguments.file()));
    }

    /// @return one sentence that says what was done
    /// @throws CannotStart with one sentence that says why not
    String run() {
        try {
            if (!out && !Files.isRegularFile(file)) {
                throw CannotStart.usage("There is no file " + file + " to import.");
            }
            var running = SoloFile.read(places.home());
            return running.isPresent() ? over(running.get()) : alone();
        } catch (CannotAnswer e) {
            throw CannotStart.here(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw CannotStart.here(
                    "%s cannot be %s: %s".formatted(file, out ? "written" : "read", e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CannotStart.here("It was interrupted.", e);
        }
    }

    private String alone() throws IOException {
        try (var _ = Home.open(places.home());
                var database = PlatformDatabase.open(places)) {
            var archive =
                    new Archive(
                            JdbcClient.create(database.dataSource()),
                            new TransactionTemplate(
                                    new JdbcTransactionManager(database.dataSource())),
                            new Intake(Intake.Settings.STANDARD),
                            new Catalog(() -> Labs.load(places.course())));
            return out ? export(archive) : take(archive);
        }
    }

    private String export(Archive archive) throws IOException {
        var part = part();
        try (var to = Files.newOutputStream(part)) {
            archive.export(Learner.SOLO, to);
        }
        return written(part);
    }

    private String take(Archive archive) throws IOException {
        try (var from = Files.newInputStream(file)) {
            return says(JsonMapper.shared().writeValueAsString(archive.take(Learner.SOLO, from)));
        }
    }

    private String over(SoloFile running) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            running.url() + (out ? "/api/export" : "/api/import")))
                            .header("Authorization", "Bearer " + running.key());
            if (out) {
                var part = part();
                var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofFile(part));
                if (answer.statusCode() != 200) {
                    throw refused(answer.statusCode(), Files.readString(part));
                }
                return written(part);
            }
            request.header("Content-Type", "application/zip")
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(answer.statusCode(), answer.body());
            }
            return says(answer.body());
        }
    }

    private static CannotStart refused(int status, String body) {
        var detail = JsonMapper.shared().readTree(body).path("detail").asString("");
        return CannotStart.here(detail.isEmpty() ? "The academy answered " + status + "." : detail);
    }

    private Path part() {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private String written(Path part) throws IOException {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        return "Progress and submissions are in %s, %d kB."
                .formatted(file, Math.max(1, Files.size(file) >> 10));
    }

    private static String says(String added) {
        var counts = JsonMapper.shared().readTree(added);
        return "Added %d versions, %d drafts, %d hints, %d solutions seen, %d predictions, %d recalls; what was there already is unchanged."
                .formatted(
                        counts.path("versions").asInt(),
                        counts.path("drafts").asInt(),
                        counts.path("hints").asInt(),
                        counts.path("solutions").asInt(),
                        counts.path("predictions").asInt(),
                        counts.path("recalls").asInt());
    }
}
