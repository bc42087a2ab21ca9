package data.mongoose;

import static data.mongoose.Shop.ADA;
import static data.mongoose.Shop.BULB;
import static data.mongoose.Shop.CATALOGUE;
import static data.mongoose.Shop.GRACE;
import static data.mongoose.Shop.LAMP;
import static data.mongoose.Shop.NOBODY;
import static data.mongoose.Shop.line;
import static data.mongoose.Shop.order;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Seed;
import java.util.Collections;
import java.util.List;
import java.util.Map;

class MongooseChecks {

    @Check(
            id = "keeps-customers",
            title = "keeps a customer as the schema says, and nothing beside it")
    void keepsCustomers(App app, Mongo db) {
        var made =
                app.post(
                                "/customers",
                                json("name", " Bob ", "email", " Bob@Example.ORG ", "admin", true))
                        .status(201);
        made.json("name").is("Bob");
        made.json("email").is("bob@example.org");
        String bob = made.json("id").matches("^[0-9a-f]{24}$").text();
        db.find("customers", "{name: 'Bob'}").values("email").is(List.of("bob@example.org"));
        db.find("customers", "{admin: true}")
                .count()
                .because("`admin` is in no schema, so it is not stored")
                .is(0);
        app.patch("/customers/" + bob, json("email", "BOB@new.example ", "admin", true))
                .status(200)
                .json("email")
                .is("bob@new.example");
        app.patch("/customers/" + bob, json("name", " Rob")).status(200).json("name").is("Rob");
        var seen = app.get("/customers/" + bob).status(200);
        seen.json("id").is(bob);
        seen.json("name").is("Rob");
        seen.json("email").is("bob@new.example");
        seen.json("admin").isAbsent();
        seen.json("orders").is(List.of());
        db.find("customers", "{admin: true}").count().is(0);
        app.get("/customers/" + NOBODY).status(404);
        app.patch("/customers/" + NOBODY, json("name", "Nobody")).status(404);
    }

    @Check(
            id = "refuses-wrong-customers",
            title = "refuses a wrong name and a wrong email, at first and in every change",
            needs = "keeps-customers")
    void refusesWrongCustomers(App app, Mongo db) {
        var shop = new Shop(app, db);
        String longest = "x".repeat(100);
        shop.refuses("/customers", json("name", "", "email", "nobody"), "name", "email");
        shop.refuses("/customers", json("email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", "  ", "email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", longest + "x", "email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", "X"), "email");
        db.find("customers").values("name").is(List.of("Ada", "Grace"));
        app.post("/customers", json("name", longest, "email", "x@example.org")).status(201);
        String ada = "/customers/" + ADA;
        shop.refusesChange(ada, json("email", "nobody"), "email");
        shop.refusesChange(ada, json("email", ""), "email");
        shop.refusesChange(ada, json("name", ""), "name");
        shop.refusesChange(ada, json("name", longest + "x"), "name");
        shop.refusesChange(ada, json("name", "", "email", "nobody"), "name", "email");
        var seen = app.get(ada).status(200);
        seen.json("name").because("each change of Ada was refused").is("Ada");
        seen.json("email").because("each change of Ada was refused").is("ada@example.org");
    }

    @Check(
            id = "one-email-one-customer",
            title = "lets nobody have an email that somebody has, however fast they are",
            needs = "keeps-customers")
    void oneEmailOneCustomer(App app, Mongo db) {
        app.post("/customers", json("name", "Eve", "email", "ada@example.org")).status(409);
        app.post("/customers", json("name", "Eve", "email", " ADA@example.org")).status(409);
        app.patch("/customers/" + GRACE, json("email", "Ada@example.org")).status(409);
        app.patch("/customers/" + ADA, json("email", "ada@example.org", "name", "Ada L."))
                .status(200);
        db.find("customers").values("name").is(List.of("Ada L.", "Grace"));
        Shop.holdWrites(db, "customers");
        var eve = json("name", "Eve", "email", "eve@example.org");
        var replies = app.together(2).post("/customers", eve).allStatus(201, 409);
        db.wire().mend();
        replies.count(201)
                .because(
                        "both asked for eve@example.org at the same time, and only one can have it")
                .is(1);
        db.find("customers", "{email: 'eve@example.org'}").count().is(1);
    }

    @Check(
            id = "orders-keep-their-day",
            title = "keeps what was bought as it was then, and its customer as she is now",
            needs = "keeps-customers")
    void ordersKeepTheirDay(App app, Mongo db, Seed seed) {
        int quantity = seed.between(2, 9);
        int total = quantity * 4900 + 250;
        var cheap = Map.of("product", LAMP, "quantity", quantity, "price", 1, "name", "Gift");
        var lines = List.of(cheap, line(BULB, 1), line(CATALOGUE, 3));
        var made =
                app.post(
                                "/orders",
                                json("customer", ADA, "lines", lines, "status", "paid", "total", 1))
                        .status(201);
        String id = made.json("id").matches("^[0-9a-f]{24}$").text();
        var kept =
                List.of(
                        Shop.bought(LAMP, "Desk lamp", 4900, quantity),
                        Shop.bought(BULB, "Spare bulb", 250, 1),
                        Shop.bought(CATALOGUE, "Catalogue", 0, 3));
        Shop.isOrder(made, id, kept, total);
        made.json("status").is("open");
        made.json("note").is("");
        made.json("customer.name").is("Ada");
        db.run(
                "{update: 'products', updates: [{q: {}, u: {$set: {price: 1, name: 'Sale'}}, multi: true}]}");
        app.patch("/customers/" + ADA, json("name", "Ada L.")).status(200);
        var shop = new Shop(app, db);
        var later = shop.changes("/orders/" + id, "note", "gift");
        Shop.isOrder(later, id, kept, total);
        later = app.get("/orders/" + id).status(200);
        Shop.isOrder(later, id, kept, total);
        later.json("customer.name").is("Ada L.");
        later.json("customer.id").is(ADA);
        var stored = db.find("orders");
        stored.values("customer").is(List.of(ADA));
        stored.values("total")
                .because("`total` is worked out and never stored")
                .is(Collections.singletonList(null));
        app.get("/orders/" + NOBODY).status(404);
    }

    @Check(
            id = "refuses-wrong-orders",
            title = "refuses wrong lines, customers, states and notes, and names each of them",
            needs = "orders-keep-their-day")
    void refusesWrongOrders(App app, Mongo db) {
        var shop = new Shop(app, db);
        shop.refuses("/orders", order(ADA, List.of()), "lines");
        shop.refuses("/orders", order(ADA, Shop.lines(21)), "lines");
        for (Object quantity : List.of(0, 100, 2.5, -1, "many")) {
            shop.refuses(
                    "/orders",
                    order(ADA, List.of(line(BULB, 1), line(LAMP, quantity))),
                    "lines.1.quantity");
        }
        shop.refuses(
                "/orders",
                json("customer", ADA, "lines", List.of(Map.of("product", LAMP))),
                "lines.0.quantity");
        shop.refuses("/orders", order(NOBODY, List.of(line(LAMP, 1))), "customer");
        shop.refuses("/orders", json("lines", List.of(line(LAMP, 1))), "customer");
        shop.refuses(
                "/orders", order(ADA, List.of(line(LAMP, 1), line(NOBODY, 1))), "lines.1.product");
        shop.refuses(
                "/orders",
                order(NOBODY, List.of(line(NOBODY, 1), line(LAMP, 100))),
                "customer",
                "lines.0.product",
                "lines.1.quantity");
        db.find("orders").count().because("each order was refused").is(0);
        app.post("/orders", order(ADA, Shop.lines(20))).status(201);
        var made =
                app.post("/orders", order(ADA, List.of(line(LAMP, 99), line(LAMP, 1)))).status(201);
        String target = "/orders/" + made.json("id").text();
        long version = made.json("version").number();
        String longest = "x".repeat(200);
        shop.refusesChange(target, json("version", version, "status", "gone"), "status");
        shop.refusesChange(target, json("version", version, "status", null), "status");
        shop.refusesChange(target, json("version", version, "note", longest + "x"), "note");
        var seen = app.get(target).status(200);
        seen.json("status").because("each change was refused").is("open");
        seen.json("note").because("each change was refused").is("");
        seen.json("version").because("each change was refused").is(version);
        app.patch(target, json("version", version, "note", longest)).status(200);
    }

    @Check(
            id = "history-of-states",
            title = "notes each change of the status in the history, and nothing else",
            needs = "orders-keep-their-day")
    void historyOfStates(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 2)));
        var first = app.get(target).status(200);
        Shop.hasStates(first, "open");
        shop.changes(target, "note", "gift");
        shop.changes(target, "status", "open");
        Shop.hasStates(app.get(target), "open");
        var paid = shop.changes(target, "status", "paid");
        Shop.hasStates(paid, "open", "paid");
        paid.json("note").is("gift");
        shop.changes(target, "note", "");
        shop.changes(target, "history", List.of());
        shop.changes(target, "lines", List.of());
        shop.changes(target, "customer", GRACE);
        shop.changes(target, "status", "shipped");
        var seen = app.get(target).status(200);
        Shop.hasStates(seen, "open", "paid", "shipped");
        seen.json("history.0.at").is(first.json("history.0.at").raw());
        seen.json("status").is("shipped");
        seen.json("note").is("");
        seen.json("customer.id").because("only status and note can be changed").is(ADA);
        seen.json("total").because("only status and note can be changed").is(9800);
    }

    @Check(
            id = "two-round-trips",
            title = "reads what belongs together in two statements, however much it is",
            needs = "orders-keep-their-day")
    void twoRoundTrips(App app, Mongo db) {
        var shop = new Shop(app, db);
        var customers = shop.customers(6);
        customers.forEach(each -> shop.places(each, List.of(line(LAMP, 1), line(BULB, 2))));
        customers.forEach(each -> shop.places(each, List.of(line(BULB, 3))));
        var statements = shop.count("", () -> shop.listsAll(12, customers));
        Shop.atMost(2, statements, "GET /orders with 12 orders of 6 customers");
        String first = customers.getFirst();
        statements = shop.count("", () -> shop.listsOrdersOf(first));
        Shop.atMost(2, statements, "GET /customers/ID with 2 orders");
        String target = shop.places(first, Shop.lines(20));
        statements = shop.count("", () -> app.get(target).status(200));
        Shop.atMost(2, statements, "GET /orders/ID with 20 lines");
        shop.placesInFew(first);
    }

    @Check(
            id = "one-change-per-version",
            title =
                    "makes one change for each version of an order, and refuses who has not seen it",
            needs = "orders-keep-their-day")
    void oneChangePerVersion(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 1)));
        long version = app.get(target).json("version").number();
        var paid = app.patch(target, json("version", version, "status", "paid")).status(200);
        long next = paid.json("version").isAtLeast(version + 1).number();
        app.get(target).json("version").is(next);
        app.patch(target, json("version", version, "note", "late")).status(409);
        app.patch(target, json("version", next + 1, "note", "early")).status(409);
        app.get(target).json("note").because("both changes were refused").is("");
        app.patch("/orders/" + NOBODY, json("version", 0, "note", "x")).status(404);
        shop.racesForOneVersion(target, next);
    }
}
