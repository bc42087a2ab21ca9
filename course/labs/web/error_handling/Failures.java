package web.error_handling;

import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.App;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;

/// A request that fails, and what a message calls it.
///
/// @param alias another phrase for its status
/// @param inside what may not go out
/// @param logged what has to be in the log
record Failures(
        String what,
        Request request,
        int status,
        String alias,
        List<String> inside,
        List<String> logged) {

    private static final int LIMIT = 10_240;

    static String phrase(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 413 -> "Payload Too Large";
            case 415 -> "Unsupported Media Type";
            case 502 -> "Bad Gateway";
            default -> "Internal Server Error";
        };
    }

    static Request booking(String show, String order) {
        return Request.post("/shows/" + show + "/bookings").body("application/json", order);
    }

    /// What handlers of the starter lose.
    static List<Failures> inHandlers() {
        return ours().stream().filter(each -> !each.request.target().endsWith("poster")).toList();
    }

    static List<Failures> wrongRequests() {
        var all = new ArrayList<Failures>();
        for (var method : List.of("GET", "POST", "DELETE")) {
            all.add(callers(method + " of an unknown path", Request.of(method, "/nowhere"), 404));
        }
        all.add(callers("JSON that breaks off", booking("hamlet", "{\"seats\": "), 400));
        all.add(callers("A path that cannot be decoded", Request.get("/shows/%ff"), 400));
        String large = "{\"seats\":1,\"note\":\"" + "a".repeat(LIMIT) + "\"}";
        all.add(callers("A body of more than 10,240 bytes", booking("hamlet", large), 413));
        var latin =
                Request.post("/shows/hamlet/bookings")
                        .body("application/json; charset=iso-8859-1", "{\"seats\":1}");
        all.add(callers("JSON in the charset iso-8859-1", latin, 415));
        return all;
    }

    static List<Failures> callers() {
        var all = new ArrayList<>(wrongRequests());
        all.add(callers("A show that does not exist", Request.get("/shows/nowhere"), 404));
        return all;
    }

    static List<Failures> ours() {
        return List.of(
                ours("/shows/macbeth", 500, "the database is away", "ECONNREFUSED 10.0.0.7:5432"),
                new Failures(
                        "A booking that is refused with the code `cursed`",
                        booking("macbeth", "{\"seats\":1}"),
                        500,
                        "",
                        List.of("cursed", "Hecate", "extension"),
                        List.of("Ask for Ms Hecate on extension 13.", "box_office.js:")),
                ours("/shows/macbeth/ticket", 500, "printer 10.0.0.8 is out of paper"),
                text("/shows/tempest/ticket", "paper jam at 10.0.0.8"),
                ours("/shows/macbeth/people", 500, "the eye at 10.0.0.9 is blind"),
                ours("/shows/macbeth/reviews", 502, "no key for http://10.0.0.10/reviews"),
                ours("/shows/tempest/reviews", 502, "no reviews at http://10.0.0.10/reviews"),
                ours("/shows/macbeth/poster", 500, "URI malformed"));
    }

    static List<Failures> all() {
        var all = new ArrayList<>(callers());
        all.addAll(ours());
        return all;
    }

    private static Failures callers(String what, Request request, int status) {
        String alias = status == 413 ? "Content Too Large" : "";
        return new Failures(what, request, status, alias, List.of(), List.of());
    }

    private static Failures ours(String path, int status, String... messages) {
        var inside = new ArrayList<>(List.of(messages));
        inside.add("10.0.0");
        var logged = new ArrayList<>(List.of(messages));
        logged.add("box_office.js:");
        return new Failures("GET " + path, Request.get(path), status, "", inside, logged);
    }

    /// What was thrown is a text, which has no stack.
    private static Failures text(String path, String text) {
        return new Failures(
                "GET " + path, Request.get(path), 500, "", List.of(text), List.of(text));
    }

    static void lives(App app, Failures after) {
        int code = app.get("/shows/hamlet").code();
        expect(
                code == 200,
                "After this the others are served as before: %s. GET /shows/hamlet: expected status 200; seen %d"
                        .formatted(after.what(), code));
    }

    /// What stands on standard error, after it has rested.
    static String errorLines(App app) {
        app.log().count("."); // waits for the rest
        var lines = new ArrayList<>(app.log().lines());
        app.log().out().forEach(lines::remove);
        return String.join("\n", lines);
    }
}
