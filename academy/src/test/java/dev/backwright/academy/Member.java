package dev.backwright.academy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.accounts.Accounts;
import dev.backwright.academy.accounts.Invitations;
import dev.backwright.academy.accounts.Role;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser at an academy for many, without scripts: keeps cookies, sends forms with their token.
public final class Member implements AutoCloseable {

    public static final String PASSWORD = "otter plum vivid granite";

    private static final Pattern TOKEN =
            Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");

    private final OpenAcademy academy;
    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    private Member(OpenAcademy academy, String url) {
        this.academy = academy;
        this.url = url;
    }

    /// Nobody yet.
    public static Member stranger(OpenAcademy academy) {
        return new Member(academy, academy.premises().solo().url());
    }

    /// Nobody yet, who calls this machine by its name.
    public static Member atLocalhost(OpenAcademy academy) {
        return new Member(academy, "http://localhost:" + academy.premises().solo().port().number());
    }

    /// Nobody yet, who comes by the address that people have, which leads there for now.
    static Member through(OpenAcademy academy) {
        return new Member(academy, academy.premises().url());
    }

    /// Somebody new of this role, signed in.
    public static Member joined(OpenAcademy academy, Role role) throws Exception {
        return stranger(academy).joined(role);
    }

    /// The same from here.
    public Member joined(Role role) throws Exception {
        var answer = join(invited(role), name(), mail());
        assertEquals(303, answer.statusCode(), answer.body());
        return this;
    }

    /// The origin of what it sends.
    public String origin() {
        return url.equals(academy.premises().solo().url()) ? academy.premises().url() : url;
    }

    /// The token of a link for this role.
    public String invited(Role role) {
        return academy.bean(Invitations.class).invite(null, role, null, 1);
    }

    public HttpResponse<String> join(String token, String name, String mail) throws Exception {
        return send(
                "/join?token=" + token,
                "/join",
                Map.of("token", token, "name", name, "mail", mail, "password", PASSWORD));
    }

    public HttpResponse<String> signIn(String mail, String password) throws Exception {
        return send("/sign-in", "/sign-in", Map.of("mail", mail, "password", password));
    }

    /// Sends a form that stands on its own page.
    public HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        return send("/" + path.split("/", -1)[1], path, fields);
    }

    /// Sends a form that stands on this page.
    public HttpResponse<String> send(String page, String path, Map<String, String> fields)
            throws Exception {
        var form =
                fields.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return http.send(
                request(path)
                        .header("Origin", origin())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(csrf(page))))
                        .build(),
                BodyHandlers.ofString());
    }

    /// A change as a page's script makes it.
    public HttpResponse<String> call(String method, String path, String json) throws Exception {
        return http.send(
                request(path)
                        .header("Origin", origin())
                        .header("Content-Type", "application/json")
                        .header("X-CSRF-TOKEN", csrf("/sign-in?next=/me"))
                        .method(method, BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /// What comes of a stream, as it comes.
    public InputStream open(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofInputStream()).body();
    }

    /// Status, and where it leads; of streams the beginning is awaited alone.
    public String ask(String method, String path) throws Exception {
        var request = request(path);
        if (!method.equals("GET") && !method.equals("HEAD")) {
            request.header("Origin", origin())
                    .header("Content-Type", "application/json")
                    .header("X-CSRF-TOKEN", csrf("/sign-in?next=/me"));
        }
        var answer =
                http.send(
                        request.method(method, BodyPublishers.ofString("")).build(),
                        BodyHandlers.ofInputStream());
        answer.body().close();
        var onward = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() + " " + onward.replace(origin(), "");
    }

    /// The token as the browser keeps it: the same that forms carry.
    public String token() throws Exception {
        return csrf("/sign-in?next=/me");
    }

    /// Status and body, of streams the first bytes.
    public String whole(HttpRequest.Builder request) throws Exception {
        var answer = http.send(request.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            boolean endless =
                    answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/event-stream");
            var text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return answer.statusCode() + " " + text;
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path));
    }

    /// The token that the forms of a page carry; after the way it leads.
    public String csrf(String page) throws Exception {
        var answer = get(page);
        var onward = answer.headers().firstValue("Location");
        if (onward.isPresent()) {
            return csrf(onward.get().replace(origin(), ""));
        }
        var token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no token on " + page + ": " + answer.body());
        }
        return token.group(1);
    }

    /// Whether a page can be had that is for those who are in.
    public boolean isIn() throws Exception {
        return get("/me").statusCode() == 200;
    }

    public List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    /// The account that the page of this browser names.
    public Account account() throws Exception {
        var page = get("/me").body();
        var person = Pattern.compile("<meta name=\"person\" content=\"([^\"]*)\">").matcher(page);
        if (!person.find()) {
            throw new AssertionError("nobody is signed in");
        }
        return academy.bean(Accounts.class).byId(UUID.fromString(person.group(1))).orElseThrow();
    }

    /// One that nobody has.
    public static String mail() {
        return UUID.randomUUID() + "@example.org";
    }

    /// One that nobody has.
    public static String name() {
        return "Person " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
