package dev.backwright.academy;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.ApiTokens;
import dev.backwright.academy.accounts.Scope;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.EnumSet;

/// A program of somebody's: comes with a token, and with no cookie.
public final class Caller implements AutoCloseable {

    private final OpenAcademy academy;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();

    private Caller(OpenAcademy academy, String token) {
        this.academy = academy;
        this.token = token;
    }

    /// With a token of this account for these scopes.
    public static Caller of(OpenAcademy academy, Account account, Scope... scopes) {
        var all = EnumSet.noneOf(Scope.class);
        all.addAll(Arrays.asList(scopes));
        return with(
                academy,
                academy.bean(ApiTokens.class).make(account, "a test's program", all, 7, false));
    }

    public static Caller with(OpenAcademy academy, String token) {
        return new Caller(academy, token);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(academy.url(path)))
                .header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    public HttpResponse<String> post(String path, String json, String... headers) throws Exception {
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// The status alone; of streams the beginning is awaited.
    public int status(String method, String path) throws Exception {
        var answer =
                http.send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(""))
                                .build(),
                        BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    @Override
    public void close() {
        http.close();
    }
}
