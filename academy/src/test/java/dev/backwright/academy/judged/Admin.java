package dev.backwright.academy.judged;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The first admin, in a browser.
record Admin(Visitor browser) {

    static final String MAIL = "ann@example.org";
    static final String PASSWORD = "otter plum vivid granite";

    private static final Pattern CSRF =
            Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\">");
    private static final Pattern MADE = Pattern.compile("id=\"made\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SESSION = Pattern.compile("(backwright_session_\\d+)=");
    private static final Pattern LINK = Pattern.compile("/join\\?token=(\\S+)");

    /// Joins by the link that the start has printed.
    static Admin joined(App app) {
        var browser = app.visitor();
        var link = found(LINK, app.log().line("/join\\?token=").text());
        var admin = new Admin(browser);
        admin.send(
                        "/join?token=" + link,
                        "/join",
                        Map.of("token", link, "name", "Ann", "mail", MAIL, "password", PASSWORD))
                .status(303);
        return admin;
    }

    /// A token with one scope.
    String token(String scope) {
        var made =
                send(
                                "/me/tokens",
                                "/me/tokens",
                                Map.of("name", "a program", "scope", scope, "days", "7"))
                        .status(200);
        return found(MADE, made.body().text());
    }

    /// The name of the cookie that a session came with: it has the port.
    static String sessionIn(Reply reply) {
        return found(SESSION, String.valueOf(reply.headers().raw()));
    }

    /// Sends a form that stands on this page.
    Reply send(String page, String path, Map<String, String> fields) {
        return send(browser, page, path, fields);
    }

    static Reply send(Visitor browser, String page, String path, Map<String, String> fields) {
        var csrf = found(CSRF, browser.get(page).status(200).body().text());
        var form =
                fields.entrySet().stream()
                        .map(it -> it.getKey() + "=" + encoded(it.getValue()))
                        .collect(Collectors.joining("&"));
        return browser.send(
                Request.post(path)
                        .header("Origin", Platform.URL)
                        .body(
                                "application/x-www-form-urlencoded",
                                form + "&_csrf=" + encoded(csrf)));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        expect(matcher.find(), "nothing like %s in %s".formatted(pattern, text));
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
