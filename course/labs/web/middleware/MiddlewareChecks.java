package web.middleware;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Seen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at the wire and the log only: statuses, headers, bodies, lines.
class MiddlewareChecks {

    private static final String ID = "X-Request-Id";
    private static final String ALLOWED = "Access-Control-Allow-Origin";
    private static final String SHOP = "https://shop.example";
    private static final String WELL_FORMED = "^[A-Za-z0-9._-]{8,64}$";
    private static final int LIMIT = 10_240;
    private static final Pattern DURATION =
            Pattern.compile("(?:^|,)\\s*app\\s*;(?:[^,]*;)?\\s*dur=(\\d+(?:\\.\\d+)?)");

    @Check(
            id = "gives-each-request-an-id",
            title = "puts an id of its own on every reply, whatever became of the request")
    void givesEachRequestAnId(App app) {
        var seen = new HashSet<String>();
        for (var request : allEndings()) {
            String id =
                    app.send(request)
                            .header(ID)
                            .because(name(request) + " is to be answered with a request id")
                            .matches(WELL_FORMED)
                            .text();
            expect(
                    seen.add(id),
                    "Each request is to get an id of its own, but "
                            + id
                            + " came back a second time, for "
                            + name(request)
                            + ".");
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
        for (var bad :
                List.of(
                        "short-1",
                        "l".repeat(65),
                        "two words",
                        "id\";drop-it",
                        "<b>12345678</b>")) {
            app.send(Request.get("/health").header(ID, bad))
                    .header(ID)
                    .because("The id that was sent is not well-formed: a new one takes its place")
                    .isNot(bad)
                    .matches(WELL_FORMED);
        }
    }

    @Check(
            id = "logs-each-request-once",
            title = "prints one access log line for each request, with its id and status",
            needs = "gives-each-request-an-id")
    void logsEachRequestOnce(App app) {
        var begins = new ArrayList<String>();
        begins.add(logs(app, Request.get("/health?token=hush"), "/health"));
        begins.add(logs(app, parcel("{\"to\":\"Lima\",\"grams\":1200}"), "/parcels"));
        for (var request : allEndings()) {
            begins.add(logs(app, request, request.target()));
        }
        app.log()
                .count("hush")
                .because("The log has the path without its query: a query may carry secrets")
                .is(0);
        for (var begin : begins) {
            long lines = app.log().lines().stream().filter(line -> line.startsWith(begin)).count();
            expect(
                    lines == 1,
                    lines
                            + " lines begin with `"
                            + begin
                            + "`: there is to be one for each request.");
        }
    }

    @Check(id = "times-each-reply", title = "tells in `Server-Timing` how long each reply took")
    void timesEachReply(App app) {
        for (var request : allEndings()) {
            duration(app.send(request), name(request));
        }
        var slow = app.get("/scale").status(200);
        double taken = duration(slow, "GET /scale");
        expect(
                taken >= 40,
                "GET /scale waits for 50 ms before it answers, but Server-Timing says "
                        + taken
                        + ": it was measured too early.");
        expect(
                taken <= 1000 + 10 * slow.millis(),
                "GET /scale took about %.0f ms, but Server-Timing says %.0f: `dur` is in milliseconds."
                        .formatted(slow.millis(), taken));
    }

    @Check(
            id = "limits-bodies",
            title = "reads JSON bodies of up to 10,240 bytes and refuses larger ones with 413")
    void limitsBodies(App app) {
        app.send(parcel("{\"to\":\"Lima\",\"grams\":1200}"))
                .status(201)
                .json("grams")
                .because("A small parcel is taken in")
                .is(1200);
        app.send(parcel(bodyOf(LIMIT)))
                .status(201)
                .json("grams")
                .because("A body of exactly 10,240 bytes is still read")
                .is(5);
        isProblem(app.send(parcel(bodyOf(LIMIT + 1))), 413, "10,241 bytes are one too many");
        isProblem(app.send(parcel(bodyOf(5 * LIMIT))), 413, "51,200 bytes are far too many");
        isProblem(app.send(inChunks(bodyOf(LIMIT + 1))), 413, "A body in chunks tells no length");
    }

    @Check(
            id = "tells-failures-as-problems",
            title = "answers every failure as a problem document and keeps the inside to itself")
    void tellsFailuresAsProblems(App app) {
        app.get("/health").status(200).json("status").is("ok");
        isProblem(app.get("/nowhere"), 404, "There is no such path");
        var malformed = app.send(parcel("{\"to\": "));
        isProblem(malformed, 400, "The body is no JSON: the caller's mistake");
        tellsNothing(malformed);
        var broken = app.get("/broken");
        isProblem(broken, 500, "The route threw an error of its own");
        tellsNothing(broken);
        app.get("/health").status(200);
    }

    @Check(
            id = "sets-security-headers",
            title = "sets helmet's headers on every reply and does not name its framework")
    void setsSecurityHeaders(App app) {
        for (var request : allEndings()) {
            var reply = app.send(request);
            String why = name(request) + " is to be answered with helmet's headers";
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
        for (var request : endings()) {
            var reply = app.send(request.header("Origin", SHOP));
            String why = "A page of " + SHOP + " may read the answer to " + name(request);
            reply.header(ALLOWED).because(why).is(SHOP);
            reply.header("Access-Control-Expose-Headers")
                    .because("A page sees X-Request-Id only where it is exposed")
                    .matches("(?i)(^|[ ,])X-Request-Id($|[ ,])");
            reply.header("Vary")
                    .because("A cache must not give one origin's answer to another")
                    .matches("(?i)(^|[ ,])Origin($|[ ,])");
        }
        for (var stranger : strangers()) {
            isNotAllowed(app.send(Request.get("/health").header("Origin", stranger)), stranger);
        }
    }

    @Check(
            id = "answers-preflights",
            title = "answers preflights with 204 and what the shop's pages may send")
    void answersPreflights(App app) {
        var reply = app.send(preflight(SHOP)).status(204);
        reply.header(ALLOWED).is(SHOP);
        reply.header("Access-Control-Allow-Methods")
                .because("The page asked whether it may POST")
                .matches("(^|[ ,])(POST|\\*)($|[ ,])");
        for (var header : List.of("Content-Type", ID)) {
            reply.header("Access-Control-Allow-Headers")
                    .because("The page asked whether it may send " + header)
                    .matches("(?i)(^|[ ,])(" + header + "|\\*)($|[ ,])");
        }
        reply.header("Access-Control-Max-Age")
                .because("The browser may keep this answer for ten minutes")
                .is("600");
        for (var stranger : strangers()) {
            isNotAllowed(app.send(preflight(stranger)), stranger);
        }
    }

    /// One request for each way in which a request may end, but for preflights.
    private static List<Request> endings() {
        return List.of(
                Request.get("/health"),
                Request.get("/nowhere"),
                parcel(bodyOf(LIMIT + 1)),
                parcel("{\"to\": "),
                Request.get("/broken"));
    }

    private static List<Request> allEndings() {
        var all = new ArrayList<>(endings());
        all.add(preflight(SHOP));
        return all;
    }

    private static List<String> strangers() {
        return List.of(
                "https://evil.example",
                "https://shop.example.evil.example",
                "https://evilshop.example",
                "http://shop.example",
                "https://shop.example:8443",
                "null");
    }

    private static Request parcel(String json) {
        return Request.post("/parcels").body("application/json", json);
    }

    /// As [#parcel], without a `Content-Length`: in one chunk and the last one, which is empty (RFC 9112, 7.1).
    private static Request inChunks(String json) {
        return Request.post("/parcels")
                .header("Transfer-Encoding", "chunked")
                .body(
                        "application/json",
                        Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n");
    }

    /// A JSON object of that many bytes.
    private static String bodyOf(int bytes) {
        String empty = "{\"grams\":5,\"to\":\"\"}";
        return "{\"grams\":5,\"to\":\"" + "a".repeat(bytes - empty.length()) + "\"}";
    }

    private static Request preflight(String origin) {
        return Request.of("OPTIONS", "/parcels")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type,x-request-id");
    }

    private static String name(Request request) {
        String body = request.body();
        String what = request.method() + " " + request.target();
        return body == null ? what : what + " with a body of " + body.length() + " bytes";
    }

    /// @return how the line begins
    private static String logs(App app, Request request, String path) {
        var reply = app.send(request);
        String begin = reply.header(ID).text() + " " + request.method() + " ";
        Seen line = app.log().line("^" + begin.replace(".", "\\."));
        line.because("The log has a line about " + name(request) + ", id and method first")
                .isPresent();
        line.because("It goes on with path, status and time: `abcd-1234 GET /health 200 1.5 ms`")
                .matches("^[^ ]+ [A-Z]+ " + path + " " + reply.code() + " \\d+(\\.\\d+)? ms$");
        expect(
                app.log().out().contains(line.text()),
                "The access log belongs on standard output, this line came on standard error: "
                        + line.text());
        return begin;
    }

    private static double duration(Reply reply, String request) {
        String header =
                reply.header("Server-Timing")
                        .because(request + " is to be answered with `Server-Timing: app;dur=…`")
                        .matches(DURATION.pattern())
                        .text();
        Matcher found = DURATION.matcher(header);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static void isProblem(Reply reply, int status, String why) {
        reply.status(status);
        reply.header("Content-Type").because(why).matches("^application/problem\\+json\\b");
        reply.json("status").because("A problem repeats the status of the reply").is(status);
        reply.json("title").because("A problem says in its title what it is").matches("\\S");
    }

    private static void tellsNothing(Reply reply) {
        for (var inside : List.of("10.0.0.7", "SyntaxError", ".js:", "node_modules")) {
            reply.body()
                    .because(
                            "The text and the stack of an error are for the log, not for the caller")
                    .lacks(inside);
        }
    }

    private static void isNotAllowed(Reply reply, String stranger) {
        reply.header(ALLOWED)
                .because("A page of the origin " + stranger + " may not read the answer")
                .isNot("*")
                .isNot(stranger);
    }
}
