package dev.backwright.academy;

import dev.backwright.academy.platform.Arguments;
import dev.backwright.academy.platform.Outside;
import dev.backwright.academy.platform.PasskeyDemand;
import dev.backwright.academy.platform.Places;
import dev.backwright.academy.platform.Premises;
import dev.backwright.academy.platform.Serving;
import dev.backwright.academy.platform.Site;
import dev.backwright.academy.platform.TestDatabases;
import dev.backwright.academy.submissions.Retries;
import dev.backwright.judge.Judge;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole academy on a real port with a real database and a judge of the test's choice.
public final class OpenAcademy implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Premises premises;
    private final ConfigurableApplicationContext context;

    private OpenAcademy(Premises premises, Judge judge) {
        this.premises = premises;
        this.context =
                Backwright.serve(premises, places -> judge, new Retries(3, Duration.ofMillis(50)));
    }

    public static OpenAcademy at(Path home, Places.Login database, Judge judge) {
        return at(places(home, database), judge);
    }

    private static Places places(Path home, Places.@Nullable Login database) {
        return new Places(FakeJudge.COURSE, Path.of("../toolbox"), home, database);
    }

    /// One for many, on a database of its own.
    public static OpenAcademy forMany(Path home, Judge judge) {
        return forMany(home, (URI) null, judge);
    }

    /// @param url where its people reach it; `null` for the port that it listens on
    public static OpenAcademy forMany(Path home, @Nullable URI url, Judge judge) {
        return at(places(home, TestDatabases.fresh()).withSite(new Site(true, url)), judge);
    }

    /// One that demands passkeys.
    public static OpenAcademy demanding(Path home, PasskeyDemand demand, Judge judge) {
        var site = new Site(true, null, demand);
        return at(places(home, TestDatabases.fresh()).withSite(site), judge);
    }

    /// One that knows others' services.
    public static OpenAcademy forMany(Path home, Outside outside, Judge judge) {
        var places = places(home, TestDatabases.fresh()).withSite(new Site(true, null));
        return at(places.withOutside(outside), judge);
    }

    /// One that is served so.
    public static OpenAcademy forMany(Path home, Serving serving, Judge judge) {
        var places = places(home, TestDatabases.fresh()).withSite(new Site(true, null));
        return at(places.withServing(serving), judge);
    }

    /// One with a PostgreSQL of its own in its home.
    public static OpenAcademy at(Path home, Judge judge) {
        return at(places(home, null), judge);
    }

    public static OpenAcademy at(Places places, Judge judge) {
        return new OpenAcademy(Premises.open(places, Arguments.of("--port", "0")), judge);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public Premises premises() {
        return premises;
    }

    public String url(String path) {
        return premises.solo().url() + path;
    }

    /// A request as the command line makes it.
    public HttpRequest.Builder withKey(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Authorization", "Bearer " + premises.solo().key().text());
    }

    public HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String json)
            throws IOException, InterruptedException {
        return send(
                withKey(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> put(String path, String json)
            throws IOException, InterruptedException {
        return send(
                withKey(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(send(withKey(path)).body());
    }

    /// Waits until a submission is done.
    public JsonNode verdict(String submission) throws IOException, InterruptedException {
        for (int i = 0; i < 1200; i++) {
            var where = json("/api/submissions/" + submission);
            if (where.path("state").asString("").equals("done")) {
                return where;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no verdict on " + submission + " after a minute");
    }

    /// As SIGTERM does, while clients go on.
    public void end() {
        context.close();
    }

    @Override
    public void close() {
        end();
        http.close();
    }
}
