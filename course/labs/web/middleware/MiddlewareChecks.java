package web.middleware;

import static dev.backwright.checks.Expect.expect;
import static web.middleware.Case.LIMIT;
import static web.middleware.Case.SHOP;
import static web.middleware.Case.bodyOf;
import static web.middleware.Case.inChunks;
import static web.middleware.Case.parcel;
import static web.middleware.Case.preflight;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Unmet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at the wire and the log only: statuses, headers, bodies, lines.
class MiddlewareChecks {

    private static final String ID = "X-Request-Id";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String WELL_FORMED = "[A-Za-z0-9._-]{8,64}";

    /// `/scale` waits for 50 ms. Timers and clocks that round may take a little of it.
    private static final int SCALE_MILLIS = 40;

    private static final Pattern DURATION =
            Pattern.compile("(?:^|,)\\s*app\\s*;(?:[^,]*;)?\\s*dur=(\\d+(?:\\.\\d+)?)");

    /// A reply that took its time, and those that were given meanwhile.
    private record Crowd(Reply slow, List<Reply> quick) {}

    @Check(
            id = "gives-each-request-an-id",
            title = "puts an id of its own on every reply, whatever became of the request")
    void givesEachRequestAnId(App app) {
        var seen = new HashSet<String>();
        for (var each : Case.all()) {
            String id = newId(app.send(each.request()), each.what());
            expect(seen.add(id), each.what() + " was answered with an id given before: " + id);
        }
        for (var reply : app.together(30).get("/health").each()) {
            String id = newId(reply, "One of 30 requests at the same time");
            expect(
                    seen.add(id),
                    "Of 30 requests at the same time, two were answered with one id: " + id);
        }
    }

    @Check(
            id = "keeps-a-good-id",
            title = "takes over a well-formed `X-Request-Id` and replaces any other")
    void keepsAGoodId(App app, Seed seed) {
        String order = "order-" + seed.between(100_000, 999_999);
        for (var good : List.of(order, "a.B_c-9.", "0".repeat(60) + "." + "xyz")) {
            app.send(Request.get("/health").header(ID, good))
                    .header(ID)
                    .because("The id that was sent has 8 to 64 allowed characters: it is kept")
                    .is(good);
        }
        app.send(Request.get("/nowhere").header(ID, order))
                .header(ID)
                .because("The caller's id is kept on a 404, too")
                .is(order);
        for (var bad : badIds()) {
            var reply = app.send(Request.get("/health").header(ID, bad));
            String what = "The id `" + bad + "` is not well-formed and is replaced";
            reply.header(ID).because(what).isNot(bad);
            newId(reply, what);
        }
    }

    @Check(
            id = "logs-each-request-once",
            title = "prints one access log line for each request, with its id and status",
            needs = "gives-each-request-an-id")
    void logsEachRequestOnce(App app, Seed seed) {
        String secret = "token" + seed.between(100_000_000, 999_999_999);
        var lines = new ArrayList<String>();
        for (var each : Case.all()) {
            var reply = app.send(each.with("key=" + secret).request());
            lines.add(line(app, reply, each.request().method(), each.request().target()));
        }
        lines.add(line(app, app.get("/%ff"), "GET", "/%ff"));
        var crowd = crowd(app);
        String slow = line(app, crowd.slow(), "GET", "/scale");
        expect(
                Double.parseDouble(slow.split(" ", -1)[4]) >= SCALE_MILLIS,
                "GET /scale waits for 50 ms, but the log says less: `" + slow + "`");
        lines.add(slow);
        crowd.quick().forEach(reply -> lines.add(line(app, reply, "GET", "/health")));
        app.log().count(secret); // waits for the rest
        lines.forEach(line -> isAlone(app, line));
        app.log().lines().stream()
                .filter(line -> line.contains(secret))
                .findFirst()
                .ifPresent(line ->
                        expect(
                                false,
                                "No query is printed, since it may carry secrets; seen: " + line));
    }

    @Check(id = "times-each-reply", title = "tells in `Server-Timing` how long each reply took")
    void timesEachReply(App app) {
        for (var each : Case.all()) {
            duration(app.send(each.request()), each.what());
        }
        crowd(app); // from here on the server is older than the slow reply takes
        var crowd = crowd(app);
        double taken = duration(crowd.slow(), "GET /scale");
        expect(
                taken >= SCALE_MILLIS,
                "GET /scale waits for 50 ms before it answers, and others are answered meanwhile. Its"
                        + " Server-Timing says "
                        + taken
                        + " ms.");
        expect(
                taken <= 200 + 3 * crowd.slow().millis(),
                "GET /scale took about %.0f ms, but Server-Timing says %.0f."
                        .formatted(crowd.slow().millis(), taken));
        expect(
                crowd.quick().stream().anyMatch(MiddlewareChecks::isShort),
                "GET /health is answered at once, but while GET /scale was waiting, Server-Timing never"
                        + " said so: it said "
                        + crowd.quick().getFirst().header("Server-Timing"));
    }

    @Check(
            id = "limits-bodies",
            title = "reads JSON bodies of up to 10,240 bytes and refuses larger ones with 413")
    void limitsBodies(App app) {
        isRead(app, "A small body", "{\"to\":\"Lima\",\"grams\":1200}", 1200);
        isRead(app, "A body of exactly 10,240 bytes", bodyOf(LIMIT), 5);
        isRefused(app, "A body of 10,241 bytes", parcel(bodyOf(LIMIT + 1)));
        String spaces = "{\"grams\":5}" + " ".repeat(LIMIT - 10);
        isRefused(app, "A body of 10,241 bytes, most of them spaces,", parcel(spaces));
        String accents = "{\"grams\":5,\"to\":\"" + "é".repeat(5_200) + "\"}";
        isRefused(app, "A body of 5,219 characters in 10,419 bytes", parcel(accents));
        isRefused(
                app,
                "A body of 10,241 bytes sent in chunks, without Content-Length,",
                inChunks(bodyOf(LIMIT + 1)));
    }

    @Check(
            id = "tells-failures-as-problems",
            title = "answers every failure as a problem document and keeps the inside to itself")
    void tellsFailuresAsProblems(App app) {
        app.get("/health").status(200).json("status").is("ok");
        for (var method : List.of("GET", "POST", "DELETE")) {
            isProblem(app, method + " of an unknown path", Request.of(method, "/nowhere"), 404);
        }
        var malformed = isProblem(app, "A malformed body", parcel("{\"to\": "), 400);
        tellsNothing(malformed, "SyntaxError", "Unexpected end");
        var broken = isProblem(app, "A route that throws", Request.get("/broken"), 500);
        tellsNothing(broken, "10.0.0.7", "scale 7");
        var empty = isProblem(app, "POST without a body", Request.post("/parcels"), 500);
        tellsNothing(empty, "TypeError", "Cannot", "destructure");
        isProblem(app, "A body of 10,241 bytes", parcel(bodyOf(LIMIT + 1)), 413);
        app.get("/health").status(200);
    }

    @Check(
            id = "sets-security-headers",
            title = "sets helmet's headers on every reply and does not name its framework")
    void setsSecurityHeaders(App app) {
        for (var each : Case.all()) {
            var reply = app.send(each.request());
            String why = each.what() + " is answered with helmet's headers";
            reply.header("X-Content-Type-Options").because(why).is("nosniff");
            reply.header("X-Frame-Options").because(why).is("SAMEORIGIN");
            reply.header("Strict-Transport-Security").because(why).contains("max-age=");
            reply.header("Content-Security-Policy").because(why).contains("default-src");
            reply.header("X-Powered-By")
                    .because("Nobody outside needs to know what the server is made of")
                    .isAbsent();
        }
    }

    @Check(
            id = "answers-one-origin",
            title = "lets pages of `https://shop.example` read its replies, and no others")
    void answersOneOrigin(App app) {
        for (var each : Case.replies()) {
            var reply = app.send(each.request().header("Origin", SHOP));
            String page = each.what() + ", asked for by a page of " + SHOP;
            reply.header(ALLOWED).because(page + ", may be read by it").is(SHOP);
            names(reply, "Access-Control-Expose-Headers", ID, page + ", lets it see its id");
            names(reply, "Vary", "Origin", page + ", is not to be cached for other origins");
        }
        for (var stranger : strangers()) {
            var asked = Request.get("/health").header("Origin", stranger);
            isNotAllowed(app.send(asked), stranger);
            isNotAllowed(app.send(preflight("/parcels", stranger)), stranger);
        }
    }

    @Check(
            id = "answers-preflights",
            title = "answers preflights with 204 and what the shop's pages may send")
    void answersPreflights(App app) {
        for (var path : List.of("/parcels", "/health", "/nowhere")) {
            var reply = app.send(preflight(path, SHOP)).status(204);
            reply.header(ALLOWED).is(SHOP);
            names(reply, "Access-Control-Allow-Methods", "POST", "The page asked to POST");
            for (var header : List.of("Content-Type", ID)) {
                String why = "The page asked whether it may send " + header;
                names(reply, "Access-Control-Allow-Headers", header, why);
            }
            reply.header("Access-Control-Max-Age")
                    .because("The browser may keep this answer for ten minutes")
                    .is("600");
        }
        var more = app.send(preflight("/parcels", SHOP, "DELETE", "content-type,x-debug"));
        lacks(more, "Access-Control-Allow-Methods", "DELETE", "*");
        lacks(more, "Access-Control-Allow-Headers", "X-Debug", "*");
    }

    private static List<String> badIds() {
        var all =
                new ArrayList<>(List.of("short-1", "l".repeat(65), "two words", "caf\u00e9-12345"));
        "\"'`;,<>[]^\\/:@+".chars().forEach(c -> all.add("order" + (char) c + "1234"));
        return all;
    }

    private static List<String> strangers() {
        return List.of(
                "https://evil.example",
                "https://shop.example.evil.example",
                "https://evilshop.example",
                "https://shopxexample",
                "http://shop.example",
                "https://shop.example:8443",
                "null");
    }

    /// Asks `/scale` and, for as long as it takes, `/health`.
    private static Crowd crowd(App app) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> app.get("/scale").status(200));
            var quick = new ArrayList<Reply>();
            do {
                quick.add(app.get("/health").status(200));
                Thread.sleep(4);
            } while (!slow.isDone() && quick.size() < 40);
            return new Crowd(slow.get(), quick);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unmet unmet) {
                throw unmet;
            }
            throw new IllegalStateException("GET /scale could not be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while requests were under way", e);
        }
    }

    private static String newId(Reply reply, String what) {
        String id = text(reply, ID);
        expect(
                id.matches(WELL_FORMED),
                what
                        + ": expected a header X-Request-Id of 8 to 64 characters from A–Z a–z 0–9 . _ -;"
                        + " seen "
                        + reply.header(ID));
        return id;
    }

    /// @return the line of the log about this reply
    private static String line(App app, Reply reply, String method, String path) {
        String begin = text(reply, ID) + " " + method + " ";
        String regex = "^" + Pattern.quote(begin);
        String line = app.log().line(regex).raw() instanceof String found ? found : "";
        String whole = begin + path + " " + reply.code() + " ";
        expect(
                !line.isEmpty(),
                "Expected a line `"
                        + whole
                        + "1.25 ms` in the log; none begins with this id and method.");
        expect(
                line.matches(Pattern.quote(whole) + "\\d+(\\.\\d+)? ms"),
                "Expected a line such as `" + whole + "1.25 ms` in the log; seen `" + line + "`.");
        expect(
                app.log().out().contains(line),
                "The access log belongs on standard output, this line came on standard error: "
                        + line);
        return line;
    }

    private static void isAlone(App app, String line) {
        String[] words = line.split(" ", -1);
        String begin = words[0] + " " + words[1] + " ";
        long lines = app.log().lines().stream().filter(each -> each.startsWith(begin)).count();
        expect(
                lines == 1,
                lines + " lines begin with `" + begin + "`: there is to be one for each request.");
    }

    private static double duration(Reply reply, String what) {
        Matcher found = DURATION.matcher(text(reply, "Server-Timing"));
        expect(
                found.find(),
                what
                        + ": expected a header Server-Timing with an entry such as app;dur=12.5; seen "
                        + reply.header("Server-Timing"));
        return Double.parseDouble(found.group(1));
    }

    /// Where the machine is busy, a short time is one that the judge has measured, too.
    /// What the server measures lies within what we do, but for the whole milliseconds of some clocks.
    private static boolean isShort(Reply reply) {
        double taken = duration(reply, "GET /health");
        return taken < SCALE_MILLIS || taken <= reply.millis() + 2;
    }

    private static void isRead(App app, String what, String json, int grams) {
        var reply = app.send(parcel(json));
        expect(reply.code() == 201, what + " is read: expected status 201; seen " + reply.code());
        reply.json("grams").because(what + " is read").is(grams);
    }

    private static void isRefused(App app, String what, Request request) {
        int code = app.send(request).code();
        expect(code == 413, what + " is refused: expected status 413; seen " + code);
    }

    private static Reply isProblem(App app, String what, Request request, int status) {
        var reply = app.send(request);
        expect(
                reply.code() == status,
                "%s: expected status %d; seen %d".formatted(what, status, reply.code()));
        var type = reply.header("Content-Type");
        expect(
                text(reply, "Content-Type").matches("(?i)application/problem\\+json\\s*(;.*)?"),
                what + ": expected a body of the type application/problem+json; seen " + type);
        reply.json("status").because("A problem repeats the status of the reply").is(status);
        boolean titled = reply.json("title").raw() instanceof String title && !title.isBlank();
        expect(titled, what + ": expected a title, a text; seen " + reply.json("title"));
        return reply;
    }

    private static void tellsNothing(Reply reply, String... inside) {
        var all = new ArrayList<>(List.of(".js:", "node_modules"));
        all.addAll(List.of(inside));
        String why = "The message and the stack of an error are for the log, not for the caller";
        for (var each : all) {
            reply.body().because(why).lacks(each);
            for (var header : List.of("X-Error", "X-Error-Message", "X-Message", "Warning")) {
                boolean told = text(reply, header).contains(each);
                expect(!told, why + "; seen in " + header + ": " + text(reply, header));
            }
        }
    }

    private static void isNotAllowed(Reply reply, String stranger) {
        reply.header(ALLOWED)
                .because("A page of the origin " + stranger + " may not read the answer")
                .isNot("*")
                .isNot(stranger);
    }

    private static void names(Reply reply, String header, String name, String why) {
        boolean named = items(reply, header).stream().anyMatch(name::equalsIgnoreCase);
        expect(
                named,
                "%s: expected %s in %s; seen %s"
                        .formatted(why, name, header, reply.header(header)));
    }

    private static void lacks(Reply reply, String header, String... names) {
        for (var name : names) {
            boolean named = items(reply, header).stream().anyMatch(name::equalsIgnoreCase);
            expect(
                    !named,
                    "The page asked for more than it may: expected no %s in %s; seen %s"
                            .formatted(name, header, reply.header(header)));
        }
    }

    private static List<String> items(Reply reply, String header) {
        return Arrays.stream(text(reply, header).split(",")).map(String::strip).toList();
    }

    /// A header; empty where there is none.
    private static String text(Reply reply, String header) {
        return reply.header(header).raw() instanceof String text ? text : "";
    }
}
