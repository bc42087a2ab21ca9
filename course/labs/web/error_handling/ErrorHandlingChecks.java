package web.error_handling;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;
import static web.error_handling.Failures.booking;
import static web.error_handling.Failures.errorLines;
import static web.error_handling.Failures.lives;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Unmet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at replies, at standard error, and at how the process ends.
class ErrorHandlingChecks {

    private static final String TYPES = "https://box-office.example/problems/";

    @Check(
            id = "no-error-is-lost",
            title = "answers wherever a handler meets an error, and lives on")
    void noErrorIsLost(App app) {
        var ticket = app.get("/shows/hamlet/ticket").status(200);
        ticket.header("Content-Type").contains("text/plain");
        ticket.body().is("One seat for Hamlet");
        app.get("/shows/hamlet/people").status(200).json("people").is(2);
        app.get("/shows/hamlet/reviews").status(200).json("0.stars").is(5);
        var poster = app.get("/shows/hamlet/poster").status(200);
        poster.header("Content-Type").contains("image/svg+xml");
        poster.body().contains("<title>Hamlet</title>");
        app.post("/shows/hamlet/reminders", json()).status(202);
        for (var each : Failures.inHandlers()) {
            int code = app.send(each.request()).code();
            expect(
                    code >= 400,
                    "%s: expected a status from 400; seen %d".formatted(each.what(), code));
            lives(app, each);
        }
    }

    @Check(
            id = "refusals-are-problems",
            title = "tells each refusal by its status, type, title, message and facts",
            needs = "no-error-is-lost")
    void refusalsAreProblems(App app, Seed seed) {
        app.get("/shows/hamlet").status(200).json("title").is("Hamlet");
        String id = "show-" + seed.between(100, 999);
        for (var request :
                List.of(
                        Request.get("/shows/" + id),
                        Request.get("/shows/" + id + "/ticket"),
                        Request.get("/shows/" + id + "/poster"),
                        Request.get("/shows/" + id + "/plan"),
                        booking(id, "{\"seats\":1}"))) {
            var reply = refusal(app.send(request), 404, "no-such-show", "No such show");
            reply.json("detail").is("There is no show " + id + ".");
            reply.body()
                    .because("Neither the stack nor the cause of an error is for the caller")
                    .lacks(".js:")
                    .lacks("10.0.0.7");
        }
        for (var order : List.of("{}", "{\"seats\":0}", "{\"seats\":\"2\"}")) {
            isBadOrder(app.send(booking("hamlet", order)));
        }
        isBadOrder(app.send(Request.post("/shows/hamlet/bookings")));
        var booked = app.send(booking("hamlet", "{\"seats\":2}")).status(201);
        booked.json("booking").is(1);
        booked.json("seats").is(2);
        isSoldOut(app.send(booking("hamlet", "{\"seats\":2}")), "Hamlet", 1);
        isSoldOut(app.send(booking("lear", "{\"seats\":1}")), "King Lear", 0);
    }

    private static void isBadOrder(Reply reply) {
        refusal(reply, 422, "bad-order", "Bad order")
                .json("errors")
                .because("The members of `extra` stand in the problem")
                .is(
                        List.of(
                                java.util.Map.of(
                                        "pointer",
                                        "#/seats",
                                        "detail",
                                        "must be a whole number from 1")));
    }

    private static void isSoldOut(Reply reply, String show, int left) {
        refusal(reply, 409, "sold-out", "Sold out")
                .json("left")
                .because("The members of `extra` stand in the problem")
                .is(left);
        reply.json("detail").is("%s has %d seats left.".formatted(show, left));
    }

    private static Reply refusal(Reply reply, int status, String code, String title) {
        reply.status(status).json("type").is(TYPES + code);
        reply.json("title")
                .because("The title belongs to the type: it is the same for each `" + code + "`")
                .is(title);
        return reply;
    }

    @Check(
            id = "wrong-requests-are-problems",
            title = "tells unknown paths, and requests that Express refuses, by their status")
    void wrongRequestsAreProblems(App app) {
        app.get("/shows/hamlet").status(200);
        for (var each : Failures.wrongRequests()) {
            isPlain(app, each, Set.of(Failures.phrase(each.status()), each.alias()));
        }
    }

    @Check(
            id = "our-failures-stay-inside",
            title = "answers what went wrong on this side with 500 or 502 and keeps it to itself",
            needs = "no-error-is-lost")
    void ourFailuresStayInside(App app) {
        for (var each : Failures.ours()) {
            var reply = isPlain(app, each, Set.of(Failures.phrase(each.status())));
            for (var inside : each.inside()) {
                reply.body()
                        .because("Nothing of an error that is ours goes out: " + each.what())
                        .lacks(inside);
            }
            reply.json("extension")
                    .because("A refusal whose code is in no table is a failure of ours")
                    .isAbsent();
            lives(app, each);
        }
    }

    /// A problem of no type of its own.
    private static Reply isPlain(App app, Failures each, Set<String> titles) {
        var reply = app.send(each.request());
        expect(
                reply.code() == each.status(),
                "%s: expected status %d; seen %d"
                        .formatted(each.what(), each.status(), reply.code()));
        Object type = reply.json("type").raw();
        expect(
                type == null || type.equals("about:blank"),
                "%s: expected the type about:blank or none; seen %s".formatted(each.what(), type));
        Object title = reply.json("title").raw();
        expect(
                title instanceof String text && titles.contains(text),
                "%s: expected the title %s; seen %s"
                        .formatted(each.what(), Failures.phrase(each.status()), title));
        for (var inside : List.of(".js:", "node_modules")) {
            reply.body().because(each.what() + ": a stack is for the log").lacks(inside);
        }
        return reply;
    }

    @Check(
            id = "problems-have-one-form",
            title = "gives every problem its media type, its status, an instance, and no cache",
            needs = "no-error-is-lost")
    void problemsHaveOneForm(App app) {
        app.get("/shows/hamlet/poster").status(200).header("Cache-Control").contains("max-age");
        var instances = new HashSet<Object>();
        for (var each : Failures.all()) {
            var reply = app.send(each.request());
            expect(
                    reply.code() >= 400,
                    "%s: expected a status from 400; seen %d".formatted(each.what(), reply.code()));
            reply.header("Content-Type")
                    .because(each.what() + " is answered as a problem")
                    .matches("(?i)^application/problem\\+json\\s*(;.*)?$");
            reply.json("status")
                    .because(each.what() + ": the problem repeats the status of the reply")
                    .is(reply.code());
            reply.header("Cache-Control")
                    .because(each.what() + ": the next try may go well, so nobody keeps a problem")
                    .is("no-store");
            var instance = reply.json("instance");
            instance.because(each.what() + ": the instance names this one occurrence")
                    .matches("^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
            expect(
                    instances.add(instance.raw()),
                    each.what() + ": another problem had this instance: " + instance.raw());
        }
    }

    @Check(
            id = "our-failures-are-logged",
            title = "logs what went wrong on this side with its instance, its stack and its causes",
            needs = "no-error-is-lost")
    void ourFailuresAreLogged(App app) {
        for (var each : Failures.callers()) {
            app.send(each.request());
        }
        String quiet = errorLines(app);
        expect(
                !quiet.contains(".js:"),
                "A status below 500 is the caller's affair and leaves no stack in the log; seen on"
                        + " standard error: "
                        + quiet);
        for (var each : Failures.ours()) {
            var reply = app.send(each.request());
            if (reply.code() < 500) {
                continue; // the check of our-failures-stay-inside says that
            }
            String instance = String.valueOf(reply.json("instance").raw());
            app.log()
                    .line(Pattern.quote(instance))
                    .because(each.what() + ": the instance that the caller was told is logged")
                    .isPresent();
            String log = after(instance, errorLines(app));
            for (var part : each.logged()) {
                expect(
                        log.contains(part),
                        "%s: expected `%s` on standard error, with the instance or behind it; seen %s"
                                .formatted(each.what(), part, log.isEmpty() ? "nothing" : log));
            }
        }
    }

    /// The line with this text and what follows it.
    private static String after(String text, String log) {
        int at = log.indexOf(text);
        return at < 0 ? "" : log.substring(log.lastIndexOf('\n', at) + 1);
    }

    @Check(
            id = "half-a-reply-is-cut",
            title = "closes the connection where a reply fails that has begun")
    void halfAReplyIsCut(App app) {
        var whole = app.get("/shows/hamlet/plan").status(200);
        whole.header("Content-Type").contains("text/plain");
        whole.body().contains("C: free");
        try (var reader = app.connect()) {
            reader.write(
                    "GET /shows/macbeth/plan HTTP/1.1\r\nHost: local\r\nConnection: close\r\n\r\n");
            var rest = reader.rest();
            rest.because(
                            "The third row will never come: the connection is closed, so that nobody waits")
                    .isPresent();
            rest.because("The rows are sent as they come").contains("A: free");
            expect(
                    !rest.text().endsWith("\r\n0\r\n\r\n"),
                    "A reply that lacks its end must not look whole, but this one has its last chunk, `0`.");
            rest.because("What follows the head of a reply is its body, whatever it says")
                    .lacks("about:blank")
                    .lacks("urn:uuid");
        }
        app.get("/shows/hamlet/plan").status(200).body().contains("C: free");
        String log = errorLines(app);
        expect(
                log.contains("row C at 10.0.0.7 is torn") && log.contains("box_office.js:"),
                "The error that broke the reply off is logged with its stack; seen on standard error: "
                        + log);
    }

    @Check(
            id = "ends-when-nobody-caught-it",
            title = "ends with its error on standard error when an error was caught by nobody")
    void endsWhenNobodyCaughtIt(App app) {
        app.get("/shows/hamlet").status(200);
        endsOf(app, "macbeth", "an exception that nobody caught", "TypeError");
        app.restart();
        endsOf(app, "tempest", "a rejection that nobody handled", "no address for ariel");
        app.restart();
        app.get("/shows/hamlet").status(200);
        app.stop().because("SIGTERM is no error").is(0);
    }

    private static void endsOf(App app, String show, String what, String error) {
        try (var half = app.connect()) {
            half.write("POST /shows/hamlet/bookings HTTP/1.1\r\nHost: local\r\n");
            app.post("/shows/" + show + "/reminders", json()).status(202);
            app.stopsListening().because("After " + what + " nothing is served any more").is(true);
            exit(app, what)
                    .because("After " + what + " the process ends as one that failed")
                    .isNot(0);
        }
        String log = errorLines(app);
        expect(
                log.contains(error) && log.contains("box_office.js:"),
                "Before the process ends, "
                        + what
                        + " is told on standard error with its stack; seen there: "
                        + (log.isEmpty() ? "nothing" : log));
    }

    private static Seen exit(App app, String what) {
        try {
            return app.exit();
        } catch (Unmet late) {
            throw new Unmet(
                    "After %s the process ends, whoever is connected, here a client that has sent half a request. %s"
                            .formatted(what, late.getMessage()),
                    late.evidence());
        }
    }
}
