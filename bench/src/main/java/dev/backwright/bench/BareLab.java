package dev.backwright.bench;

import dev.backwright.bench.PlainRequests.Plain;
import dev.backwright.judge.Lab;
import dev.backwright.services.postgres.PostgresDatabase;
import dev.backwright.services.postgres.PostgresServer;
import dev.backwright.services.postgres.PostgresTemplate;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The solution of `data/transactions` without us: for each check one boot and its plain requests. The databases, of the kind that checks
/// get, are there before the clock runs.
final class BareLab implements Contestant {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path node;
    private final Path folder;
    private final PostgresServer postgres;
    private final PostgresTemplate template;
    private final Map<String, List<Plain>> requests;
    private final int atOnce;
    private final List<PostgresDatabase> databases = new ArrayList<>();

    /// @param folder is filled with the solution
    /// @param atOnce how many servers run at the same time
    BareLab(Lab lab, Path toolbox, Path folder, PostgresServer postgres, int atOnce)
            throws IOException {
        this.node = toolbox.resolve("bin/node");
        this.folder = folder;
        this.postgres = postgres;
        this.template =
                new PostgresTemplate(
                        lab.data().getOrDefault("data.sql", "") + PlainRequests.MORE_ACCOUNTS);
        this.requests = PlainRequests.of(lab.checks().keySet());
        this.atOnce = atOnce;
        lay(lab, toolbox.resolve("node_modules"));
    }

    private void lay(Lab lab, Path packages) throws IOException {
        Files.createDirectories(folder);
        for (var file : lab.solution().files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Path link = folder.resolve("node_modules");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, packages);
    }

    @Override
    public String name() {
        return "bare: %d boots with plain requests, %d at once".formatted(requests.size(), atOnce);
    }

    @Override
    public void prepare() {
        for (int i = 0; i < requests.size(); i++) {
            databases.add(postgres.create(template));
        }
    }

    @Override
    public void run() throws InterruptedException {
        List<Callable<Void>> boots = new ArrayList<>();
        for (List<Plain> each : requests.values()) {
            String database = databases.get(boots.size()).address();
            boots.add(() -> boot(database, each));
        }
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (Future<Void> boot : threads.invokeAll(boots)) {
                boot.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(name() + " failed", e.getCause());
        }
    }

    private Void boot(String database, List<Plain> plain) throws IOException, InterruptedException {
        try (var server = BareServer.start(client, node, folder, database)) {
            server.ask(plain);
        }
        return null;
    }

    @Override
    public void settle() {
        databases.forEach(PostgresDatabase::close);
        databases.clear();
    }
}
