package web.nestjs;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Json;
import dev.backwright.checks.Program;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Workspace;
import java.util.List;
import java.util.stream.Stream;

/// Asks the server over HTTP, and the container by the starter's `ask.mjs`.
class NestjsChecks {

    private static final String LOADED = "^rate table loaded$";

    @Check(id = "quotes-and-posts", title = "quotes prices, posts parcels and tells of them")
    void quotesAndPosts(App app, Seed seed) {
        quoted(app, "Lima", 1000, 950);
        quoted(app, "Accra", 1001, 1560);
        int grams = 1000 * seed.between(3, 9);
        quoted(app, "Oslo", grams, 420 * grams / 1000);
        app.get("/quotes?to=Nowhere&grams=1").status(404);
        app.post("/parcels", parcel("Nowhere", 1)).status(404);

        var first = posted(app, 1, "Oslo", 2001, 1260);
        var second = posted(app, 2, "Lima", 1, 950);
        String at = first.json("at").text();
        String later = second.json("at").text();
        for (String each : List.of(at, later)) {
            expect(
                    each.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"),
                    "Expected a time such as 2031-05-04T03:02:01.000Z as `at`; seen " + each);
        }
        expect(
                at.compareTo(later) < 0,
                "`at` is the time at which a parcel was posted. Two were posted one after the other, at %s and %s."
                        .formatted(at, later));
        app.log()
                .line("^notice: parcel 2 to Lima$")
                .because("Each parcel has its notice")
                .isPresent();
        app.log().count("^notice: ").because("There is one notice for each parcel").is(2);
    }

    @Check(
            id = "loads-the-table-once",
            title = "loads the rate table once, before it takes any request")
    void loadsTheTableOnce(App app) {
        app.log()
                .count(LOADED)
                .because("The server listens, so the rate table has been loaded")
                .is(1);
        app.together(6).get("/quotes?to=Lima&grams=1").allStatus(200);
        app.post("/parcels", parcel("Oslo", 1)).status(201);
        app.get("/report").status(200);
        app.log()
                .count(LOADED)
                .because("Quotes, parcels and the report share one rate table, loaded once")
                .is(1);
    }

    @Check(
            id = "services-are-shared",
            title = "has one `RatesService` and one `ParcelsService` for all")
    void servicesAreShared(App app) {
        reports(app, 0, 0);
        app.get("/quotes?to=Lima&grams=1").status(200);
        reports(app, 0, 1);
        app.get("/quotes?to=Oslo&grams=1").status(200);
        app.get("/quotes?to=Nowhere&grams=1").status(404);
        app.post("/parcels", parcel("Accra", 1)).status(201);
        reports(app, 1, 3);
        app.together(4).post("/parcels", parcel("Lima", 1)).allStatus(201);
        reports(app, 5, 7);
    }

    @Check(
            id = "modules-stand-alone",
            title = "has modules that can be imported one by one, and offer what they are for")
    void modulesStandAlone(Program program) {
        var offers = Offers.of(program);
        offers.isOffered("ClockModule", "CLOCK");
        offers.isOffered("NoticesModule", "Notices");
        offers.isOffered("RatesModule", "RatesService");
        offers.isOffered("TrailModule", "Trail");
        offers.isOffered("ParcelsModule", "ParcelsService");
        offers.canBeImported("ReportModule");
    }

    @Check(
            id = "modules-keep-the-rest",
            title = "has modules that keep to themselves what is not meant for others",
            needs = "modules-stand-alone")
    void modulesKeepTheRest(Program program) {
        var offers = Offers.of(program);
        offers.isAll("ClockModule", "CLOCK");
        offers.isAll("NoticesModule", "Notices");
        offers.isAll("RatesModule", "RatesService");
        offers.isAll("TrailModule", "Trail");
        offers.isAll("ParcelsModule", "ParcelsService");
        offers.isAll("ReportModule", "nothing");
    }

    @Check(
            id = "parts-can-be-replaced",
            title = "takes clock, notices and rate table from the container",
            needs = "modules-stand-alone")
    void partsCanBeReplaced(Program program) {
        var run = program.run("ask.mjs", "replaced");
        String reply =
                run.lines().stream()
                        .filter(each -> each.startsWith("{"))
                        .findFirst()
                        .orElse("none");
        expect(
                reply.contains("\"cents\":22"),
                "With a rate table of `ask.mjs` in place of `RATE_TABLE` 1,001 g to Quito cost 22 cents; the reply was "
                        + reply);
        expect(
                reply.contains("\"at\":\"2031-05-04T03:02:01.000Z\""),
                "With a clock of `ask.mjs` in place of `CLOCK` a parcel is posted at 2031-05-04T03:02:01.000Z; the reply was "
                        + reply);
        run.out()
                .because("With notices of `ask.mjs` in place of `Notices` these are used")
                .contains("replaced notice: parcel 1 to Quito");
        expect(
                run.lines().stream().noneMatch(each -> each.startsWith("notice: ")),
                "With notices of `ask.mjs` in place of `Notices` no others are sent; there was one.");
    }

    @Check(id = "trails-are-kept-apart", title = "gives each request a trail of its own")
    void trailsAreKeptApart(App app) {
        for (String city : List.of("Lima", "Oslo", "Lima")) {
            var reply = app.get("/quotes?to=" + city + "&grams=1").status(200);
            reply.json("trail")
                    .because("A trail has the steps of its own request")
                    .is(List.of("quote " + city));
        }
        hasItsTrail(app.post("/parcels", parcel("Accra", 1)).status(201));
        var bodies =
                Stream.of("Lima", "Oslo", "Accra", "Lima", "Oslo", "Accra")
                        .map(city -> parcel(city, 1))
                        .toArray(Json[]::new);
        for (var reply :
                app.together(bodies.length).post("/parcels", bodies).allStatus(201).each()) {
            hasItsTrail(reply);
        }
        app.get("/quotes?to=Lima&grams=1").json("trail").is(List.of("quote Lima"));
    }

    @Check(id = "types-fit", title = "has no errors of types")
    void typesFit(Workspace workspace) {
        workspace.typeErrors().is(List.of());
    }

    private static Json parcel(String to, int grams) {
        return json("to", to, "grams", grams);
    }

    private static void quoted(App app, String to, int grams, int cents) {
        var reply = app.get("/quotes?to=" + to + "&grams=" + grams).status(200);
        reply.json("to").is(to);
        reply.json("grams").is(grams);
        reply.json("cents").because("Each kilogram that is begun costs").is(cents);
    }

    private static Reply posted(App app, int number, String to, int grams, int cents) {
        var reply = app.post("/parcels", parcel(to, grams)).status(201);
        reply.json("number")
                .because("Parcels are numbered from 1, those that were posted")
                .is(number);
        reply.json("to").is(to);
        reply.json("cents").is(cents);
        return reply;
    }

    private static void reports(App app, int parcels, int quotes) {
        var reply = app.get("/report").status(200);
        reply.json("parcels")
                .because("The report counts the parcels that were posted, by whichever controller")
                .is(parcels);
        reply.json("quotes")
                .because(
                        "The report counts the quotes that were given, those for parcels among them")
                .is(quotes);
    }

    private static void hasItsTrail(Reply reply) {
        reply.json("trail")
                .because("A trail has the steps of its own request")
                .is(
                        List.of(
                                "quote " + reply.json("to").text(),
                                "parcel " + reply.json("number").number()));
    }
}
