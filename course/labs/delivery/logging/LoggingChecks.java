package delivery.logging;

import static delivery.logging.Lines.access;
import static delivery.logging.Lines.awaited;
import static delivery.logging.Lines.awaitedAccess;
import static delivery.logging.Lines.id;
import static delivery.logging.Lines.order;
import static delivery.logging.Lines.said;
import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Json;
import dev.backwright.checks.LogEntries.Entry;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Reads what the server prints.
class LoggingChecks {

    private static final String ID = "X-Request-Id";

    @Check(
            id = "every-line-is-json",
            title = "writes nothing but JSON objects with a level, a time and a message")
    void everyLineIsJson(App app) {
        var server = app.another(debug());
        server.get("/health").status(200).json("status").is("ok");
        server.post("/login", json("name", "ann")).status(204);
        server.send(order("Ann \"the rose\"\nO'Hara", "rose", 1)).status(201);
        var charged = server.post("/charges", json()).status(500);
        charged.json("error").is("Internal Server Error");
        awaitedAccess(server, id(charged));
        expect(
                server.log().entries().atLeast("error").each().stream()
                        .anyMatch(each -> each.at("method").raw() == null),
                "POST /charges fails: expected a line at `error` for what the error handler printed, beside the line of the request; seen none.");
        server.send(Request.post("/orders").body("application/json", "{")).status(400);
        awaitedAccess(server, id(server.get("/nowhere").status(404)));
        var entries = server.log().entries();
        entries.plain().count().because("Each line is a JSON object, also on standard error").is(0);
        entries.count().isAtLeast(10);
        for (var each : entries.each()) {
            each.level()
                    .because("Each line has a `level`")
                    .isOneOf("trace", "debug", "info", "warn", "error", "fatal");
            each.time().because("Each line has a `time`").isAtLeast(1_000_000_000_000L);
            each.message().because("Each line has a `msg` or `message`").matches("\\S");
            each.at("seq").because("Each line goes out through `collector`").isPresent();
        }
        said(server, "listening");
    }

    @Check(
            id = "level-by-setting",
            title =
                    "writes what `LOG_LEVEL` asks for, and from `info` on where it asks for nothing")
    void levelBySetting(App app) {
        asInfo(app, "LOG_LEVEL is not set");
        app.log().entries().atLeast("warn").count().is(0);

        var debug = app.another(debug());
        awaitedAccess(
                debug,
                id(debug.get("/health").status(200)),
                "LOG_LEVEL=debug: GET /health has its line");
        var alive = said(debug, "alive");
        alive.level().is("debug");
        debug.log().entries().atLeast("warn").count().because("LOG_LEVEL=debug is a level").is(0);

        var warn = app.another(Map.of("LOG_LEVEL", "warn"));
        warn.get("/health").status(200);
        awaitedAccess(
                warn,
                id(warn.get("/nowhere").status(404)),
                "LOG_LEVEL=warn: GET /nowhere is a 404, and has its line at `warn`");
        for (var each : warn.log().entries().each()) {
            each.level().because("LOG_LEVEL=warn").isOneOf("warn", "error", "fatal");
        }

        var loud = app.another(Map.of("LOG_LEVEL", "loud"));
        asInfo(loud, "LOG_LEVEL=loud is no level");
        var about = loud.log().entries().atLeast("warn").only();
        about.level().is("warn");
        about.message().matches("\\S");
        about.text().because("A line at `warn` names the level that nobody knows").contains("loud");
    }

    private static void asInfo(App app, String why) {
        awaitedAccess(app, id(app.get("/health").status(200)), why + ": GET /health has its line");
        for (var each : app.log().entries().each()) {
            each.level().because(why + ": from `info` on").isOneOf("info", "warn");
        }
    }

    @Check(
            id = "one-id-everywhere",
            title =
                    "gives every line written for a request the id of that request, and no other line")
    void oneIdEverywhere(App app) {
        var server = app.another(debug());
        var bodies =
                IntStream.range(0, 15)
                        .mapToObj(i ->
                                json("customer", json("name", "c" + i), "lines", Lines.lines()))
                        .toArray(Json[]::new);
        var ids = new HashSet<String>();
        for (var reply : server.together(15).post("/orders", bodies).each()) {
            String id = id(reply.status(201));
            expect(ids.add(id), "Two of 15 requests at the same time have one id: " + id);
            awaitedAccess(server, id, "One of 15 orders at the same time has its lines");
            var messages = Lines.of(server, id).stream().map(each -> each.message().raw()).toList();
            for (var message : List.of("order received", "reserved", "order placed")) {
                expect(
                        messages.contains(message),
                        "One of 15 orders at the same time: expected a line `%s` with the `reqId` of its reply; its lines are %s"
                                .formatted(message, messages));
            }
            long number = reply.json("order").number();
            server.log()
                    .entries()
                    .where("reqId", id)
                    .where("order", number)
                    .count()
                    .because("The order that was placed for this request is logged with its id")
                    .is(1);
        }
        String late = id(server.post("/newsletter", json()).status(202));
        awaited(server, "newsletter sent", "A moment after POST /newsletter");
        said(server, "newsletter sent")
                .at("reqId")
                .because("The newsletter is sent for the request that asked for it, if later")
                .is(late);
        said(server, "listening")
                .at("reqId")
                .because("What is written for no request has no `reqId`")
                .isAbsent();
    }

    @Check(
            id = "keeps-safe-ids",
            title = "keeps the id that a request brings where it is safe, and no other")
    void keepsSafeIds(App app, Seed seed) {
        String order = "order-" + seed.between(100_000, 999_999);
        for (var good : List.of(order, "a.B_c-9.", "0".repeat(60) + ".xyz")) {
            var reply = app.send(Request.get("/health").header(ID, good)).status(200);
            reply.header(ID).because("This id is safe: it is kept").is(good);
            awaitedAccess(app, good);
        }
        for (var bad : Lines.unsafeIds()) {
            var reply = app.send(Request.get("/health").header(ID, bad)).status(200);
            reply.header(ID)
                    .because("The id `" + bad + "` is not safe and is replaced")
                    .matches("^[A-Za-z0-9._-]{8,64}$")
                    .isNot(bad);
        }
    }

    @Check(id = "callers-forge-nothing", title = "lets no field replace what a line says of itself")
    void callersForgeNothing(App app, Seed seed) {
        var forged = new TreeMap<String, Object>();
        forged.putAll(Map.of("level", 60, "time", 1, "timestamp", 1, "seq", 8_000_001));
        forged.putAll(Map.of("msg", "all is lost", "message", "all is lost"));
        forged.put("reqId", "forged-" + seed.between(100_000, 999_999));
        var fields = new ArrayList<Object>(List.of("lines", Lines.lines()));
        fields.addAll(List.of("customer", json("name", "x\n{\"level\":60}")));
        forged.forEach((name, value) -> fields.addAll(List.of(name, value)));
        String id = id(app.post("/orders", json(fields.toArray())).status(201));
        awaitedAccess(app, id);
        var received =
                Lines.of(app, id).stream()
                        .filter(each -> "order received".equals(each.message().raw()))
                        .toList();
        expect(
                received.size() == 1,
                "The caller sends fields of the names `msg`, `message` and `reqId`: expected one line"
                        + " `order received` with the `reqId` of the reply; seen "
                        + received.size());
        String why = "The caller has sent a field of this name, and the line keeps its own";
        received.getFirst().level().because(why).is("info");
        received.getFirst().time().because(why).isAtLeast(1_000_000_000_000L);
        forged.forEach((name, value) -> received.getFirst().at(name).because(why).isNot(value));
        app.log().entries().where("reqId", forged.get("reqId")).count().because(why).is(0);
        app.log().entries().atLeast("fatal").count().because(why).is(0);
        app.log().entries().plain().count().because("A line feed in a text ends no line").is(0);
    }

    @Check(
            id = "one-line-per-request",
            title = "writes one line about each request when it is over, however it ended")
    void oneLinePerRequest(App app) {
        isTold(app, Request.get("/health?page=2"), "/health", 200, "info");
        isTold(app, Request.get("/nowhere"), "/nowhere", 404, "warn");
        isTold(app, Request.post("/orders").body("application/json", "{"), "/orders", 400, "warn");
        isTold(app, Request.of("POST", "/charges"), "/charges", 500, "error");
        isTold(app, Request.get("/report"), "/report", 200, "info")
                .at("ms")
                .because("The report takes 400 ms")
                .isAtLeast(300);
        String gone = "GET /report has come with the id `gone-12345`; its lines have this `reqId`";
        try (var reader = app.connect()) {
            reader.write("GET /report HTTP/1.1\r\nHost: local\r\nX-Request-Id: gone-12345\r\n\r\n");
            awaited(app, "\"gone-12345\".*report begun|report begun.*\"gone-12345\"", gone);
        }
        awaited(app, "\"gone-12345\".*report done|report done.*\"gone-12345\"", gone);
        var aborted = app.log().entries().where("path", "/report").where("aborted", true);
        aborted.count()
                .because("The client has gone before the reply came: that ends the request, too")
                .is(1);
        aborted.only()
                .at("reqId")
                .because(
                        "The line about a request has its `reqId`, also where the event came from a socket")
                .is("gone-12345");
        access(app, "gone-12345", "GET").because("One line for each request").isAtMost(1);
    }

    private static Entry isTold(App app, Request request, String path, int status, String level) {
        var reply = app.send(request).status(status);
        String id = id(reply);
        awaitedAccess(app, id);
        access(app, id, request.method()).because("One line for each request").is(1);
        var entry = app.log().entries().where("reqId", id).where("method", request.method()).only();
        entry.at("status").because("The status of the reply").is(status);
        entry.at("path").because("The path, without its query").is(path);
        long most = (long) (500 + 10 * reply.millis());
        entry.at("ms").because("Milliseconds from arrival to end").isAtLeast(0).isAtMost(most);
        entry.level().because("Status " + status).is(level);
        entry.at("aborted").because("The client has had the whole reply").isNot(true);
        return entry;
    }

    @Check(
            id = "hides-secrets",
            title = "writes no secret, at whatever depth it lies, and hides nothing else")
    void hidesSecrets(App app, Seed seed) {
        var server = app.another(debug());
        String tail = "-" + seed.between(100_000, 999_999);
        var login =
                Request.post("/login?token=query" + tail)
                        .header("Authorization", "Bearer bearer" + tail)
                        .header("Cookie", "sid=cookie" + tail)
                        .body(
                                "application/json",
                                "{\"name\":\"ann\",\"password\":\"pass%s\"}".formatted(tail));
        var reply = server.send(login).status(204);
        String sid = reply.cookie("sid").value().text();
        awaitedAccess(server, id(reply));
        said(server, "login").text().because("Other fields are written").contains("\"ann\"");
        said(server, "logged in").text().contains("x-request-id");
        var customer =
                json(
                        "name",
                        "Ann",
                        "postcard",
                        "Lima",
                        "tokens",
                        7,
                        "Password",
                        "capital" + tail,
                        "card",
                        json("number", "number" + tail),
                        "ways",
                        List.of(Map.of("TOKEN", "deep" + tail, "bank", "north")));
        String id =
                id(
                        server.post(
                                        "/orders",
                                        json(
                                                "customer",
                                                customer,
                                                "lines",
                                                Lines.lines(),
                                                "exception",
                                                true))
                                .status(201));
        awaitedAccess(server, id);
        expect(
                server.log().entries().each().stream()
                        .anyMatch(each -> "order received".equals(each.message().raw())),
                "POST /orders with a field `exception` that is true: expected its line `order received`, since each line is written; seen none.");
        said(server, "order received")
                .at("exception")
                .because("A field of another name is written as it is")
                .is(true);
        for (var said : List.of("\"Lima\"", "\"north\"", "\"tokens\":7")) {
            said(server, "order placed").text().because("Other fields are written").contains(said);
        }
        awaitedAccess(
                server, id(server.post("/charges", json("card", "charge" + tail)).status(500)));
        for (var secret :
                List.of(
                        "query", "bearer", "cookie", "pass", "capital", "number", "deep",
                        "charge")) {
            server.log().neverSaid(secret + tail);
        }
        server.log().neverSaid("bank-key-3141");
        server.log().neverSaid(sid);
    }

    private static Map<String, String> debug() {
        return Map.of("LOG_LEVEL", "debug");
    }
}
