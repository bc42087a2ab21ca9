package delivery.logging_failures;

import static delivery.logging_failures.Told.about;
import static delivery.logging_failures.Told.awaited;
import static delivery.logging_failures.Told.count;
import static delivery.logging_failures.Told.ended;
import static delivery.logging_failures.Told.named;
import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import dev.backwright.checks.Seed;
import java.util.ArrayList;
import java.util.List;

/// Reads what a server prints when something goes wrong, and when it ends.
class LoggingFailuresChecks {

    private static final String JSON = "application/json";

    @Check(
            id = "error-has-its-fields",
            title = "writes an error as the field `err`, with message, stack and properties")
    void errorHasItsFields(App app) {
        var error = named(app, charge(), 500, "charge failed");
        error.at("err.stack").because("The stack is a field").contains("orders.js:");
        String why = "Each property of the error is written";
        error.at("err.code").because(why).is("E_CHARGE");
        error.at("err.retryable").because(why).is(false);
        error.at("err.reply").because(why).is(null);
        error.at("err.tried").because(why).is(List.of("north", "south"));
        error.at("err.config.url").because(why).is("https://bank.example/charge");
        error.message().because("The line has a message, too").matches("\\S");
    }

    @Check(
            id = "causes-are-told",
            title = "writes the message of each cause in the line of the error")
    void causesAreTold(App app) {
        var all = about(app, charge(), 500);
        for (var cause : List.of("bank does not answer", "connect ECONNREFUSED 10.0.0.5:443")) {
            expect(
                    all.stream()
                            .map(each -> each.text().text())
                            .anyMatch(
                                    line -> line.contains("charge failed") && line.contains(cause)),
                    "The error `charge failed` has a cause, and that has one, too: expected a line with the error's message and `%s`; seen none."
                            .formatted(cause));
        }
    }

    @Check(
            id = "errors-hide-secrets",
            title = "writes no secret that hangs on an error or on its cause",
            needs = "error-has-its-fields")
    void errorsHideSecrets(App app, Seed seed) {
        String card = "card-" + seed.between(100_000, 999_999);
        var error =
                named(
                        app,
                        charge().body(
                                        JSON,
                                        "{\"amount\":9,\"Card\":{\"number\":\"%s\"}}"
                                                .formatted(card)),
                        500,
                        "charge failed");
        error.at("err.config.data.amount").because("Other properties are written").is(9);
        app.log().neverSaid(card);
        app.log().neverSaid("bank-key-3141");
        app.log().neverSaid("bank-session-2718");
    }

    @Check(
            id = "circles-do-no-harm",
            title = "writes an error that leads back to itself like any other",
            needs = "error-has-its-fields")
    void circlesDoNoHarm(App app) {
        var error = named(app, Request.of("POST", "/refunds"), 500, "refund failed");
        error.at("err.stack").contains("orders.js:");
        error.at("err.code")
                .because("A circle costs no more than the place where it closes")
                .is("E_REFUND");
        error.at("err.request.url").is("https://bank.example/refund");
        named(app, charge(), 500, "charge failed");
    }

    @Check(
            id = "one-error-line",
            title =
                    "writes one line at `error` for each failure of its own, and none for a caller's")
    void oneErrorLine(App app) {
        toldOnce(app, charge(), 500);
        toldOnce(app, Request.get("/stock"), 503);
        for (var each : about(app, Request.post("/charges").body(JSON, "{"), 400)) {
            each.level()
                    .because("Answered with 400: this is no failure of ours")
                    .isOneOf("trace", "debug", "info", "warn");
        }
        app.log()
                .entries()
                .plain()
                .count()
                .because("An error is told in its line, and nowhere else")
                .is(0);
    }

    private static void toldOnce(App app, Request request, int status) {
        var lines = Told.ofErrors(about(app, request, status));
        expect(
                lines.size() == 1,
                "%s %s is answered with %d: expected one line about the error, beside the line of the request; seen %d"
                        .formatted(request.method(), request.target(), status, lines.size()));
        lines.getFirst().level().because("Answered with " + status).is("error");
    }

    @Check(
            id = "stops-when-answered",
            title = "answers the requests under way at SIGTERM, and ends with 0")
    void stopsWhenAnswered(App app) {
        try (var kept = app.connect()) {
            kept.write("GET /report HTTP/1.1\r\nHost: local\r\n\r\n");
            awaited(app, "report begun");
            app.signal("SIGTERM");
            kept.reply().status(200).json("rows").is(3);
            kept.closed()
                    .because(
                            "The client has its answer and would keep the connection: the server closes it")
                    .is(true);
        }
        app.exit().because("The requests under way are answered").is(0);
    }

    @Check(
            id = "stopped-comes-last",
            title = "writes every line before it ends after SIGTERM, and `stopped` as the last")
    void stoppedComesLast(App app) {
        var replies = app.together(20).get("/health").each();
        app.begin(Request.get("/report"));
        awaited(app, "report begun");
        app.signal("SIGTERM");
        app.exit();
        for (var reply : replies) {
            count(app, reply, "GET").because("A reply was sent before SIGTERM").is(1);
        }
        app.log().entries().plain().count().because("Each line is JSON").is(0);
        var all = app.log().entries().each();
        expect(!all.isEmpty(), "Expected lines in the log; seen none.");
        var last = all.getLast();
        last.message().because("The last line of all").is("stopped");
        last.level().because("The line `stopped`").is("info");
        expect(
                all.stream().anyMatch(each -> "listening".equals(each.message().raw())),
                "Expected the line `listening`, as before; seen none.");
        last.at("seq").because("It goes through `collector`, as each line does").is(all.size());
    }

    @Check(
            id = "crash-is-told",
            title = "writes an error that nobody caught as one line at `fatal`, and loses no line")
    void crashIsTold(App app) {
        crashIsTold(app, "/imports", "toFixed");
        app.restart();
        crashIsTold(app, "/counts", "the scale does not answer");
    }

    private static void crashIsTold(App app, String path, String error) {
        List<Reply> replies = new ArrayList<>(app.together(20).get("/health").each());
        Reply last = app.post(path, json()).status(202);
        awaited(app, error);
        app.log().entries().plain().count().because("The error is a JSON line, too").is(0);
        var fatal = app.log().entries().atLeast("fatal").only();
        fatal.message().matches("\\S");
        fatal.at("err.message").contains(error);
        fatal.at("err.stack").contains("orders.js:");
        for (var reply : replies) {
            count(app, reply, "GET").because("A reply was sent before the crash").is(1);
        }
        count(app, last, "POST").because("A reply was sent before the crash").is(1);
    }

    @Check(
            id = "crash-ends",
            title =
                    "ends soon after an error that nobody caught, whoever is connected, and not with 0")
    void crashEnds(App app) {
        for (var path : List.of("/imports", "/counts")) {
            try (var half = app.connect()) {
                half.write("POST /charges HTTP/1.1\r\nHost: local\r\n");
                app.post(path, json()).status(202);
                ended(app, path)
                        .because("After " + path + " the process ends as one that failed")
                        .isNot(0);
            }
            app.restart();
        }
    }

    private static Request charge() {
        return Request.of("POST", "/charges");
    }
}
