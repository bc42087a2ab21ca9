package data.mongoose_documents;

import static data.mongoose_documents.Shop.ADA;
import static data.mongoose_documents.Shop.BULB;
import static data.mongoose_documents.Shop.GRACE;
import static data.mongoose_documents.Shop.LAMP;
import static data.mongoose_documents.Shop.NOBODY;
import static data.mongoose_documents.Shop.line;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Mongo;
import java.util.List;

class MongooseDocumentsChecks {

    @Check(
            id = "shows-customers-as-they-are",
            title = "answers with an order and with the name that its customer has now")
    void showsCustomersAsTheyAre(App app, Mongo db) {
        var lines = List.of(line(LAMP, 2), line(BULB, 1));
        var made = app.post("/orders", json("customer", ADA, "lines", lines)).status(201);
        String id = made.json("id").matches("^[0-9a-f]{24}$").text();
        Shop.isAdasOrder(made, id, "Ada");
        made.json("status").is("open");
        made.json("note").is("");
        app.patch("/customers/" + ADA, json("name", "Ada L.")).status(200);
        Shop.isAdasOrder(app.get("/orders/" + id).status(200), id, "Ada L.");
        var changed = new Shop(app, db).changes("/orders/" + id, "note", "gift");
        Shop.isAdasOrder(changed, id, "Ada L.");
        changed.json("note").is("gift");
        db.find("orders")
                .values("customer")
                .because("an order holds the id of its customer")
                .is(List.of(ADA));
        app.get("/orders/" + NOBODY).status(404);
    }

    @Check(
            id = "lists-orders",
            title = "lists all orders with their customers and totals",
            needs = "shows-customers-as-they-are")
    void listsOrders(App app, Mongo db) {
        app.get("/orders").status(200).json("0").isAbsent();
        var shop = new Shop(app, db);
        var customers = shop.customers(6);
        shop.twoOrdersOfEach(customers);
        shop.listsTwoOrdersOfEach(customers, "Nr. 0");
        app.patch("/customers/" + customers.getFirst(), json("name", "Zoe")).status(200);
        shop.listsTwoOrdersOfEach(customers, "Zoe");
    }

    @Check(
            id = "finds-a-customers-orders",
            title = "finds a customer's orders by the reference that is in the orders")
    void findsACustomersOrders(App app, Mongo db) {
        var shop = new Shop(app, db);
        var none = app.get("/customers/" + GRACE).status(200);
        none.json("name").is("Grace");
        none.json("email").is("grace@example.org");
        none.json("orders").is(List.of());
        var customers = shop.customers(2);
        shop.twoOrdersOfEach(customers);
        customers.forEach(shop::listsTwoOrdersOf);
        app.get("/customers/" + NOBODY).status(404);
        shop.placesWithOneWrite(ADA);
    }

    @Check(
            id = "two-round-trips",
            title = "reads what belongs together in two statements, however much it is",
            needs = {"lists-orders", "finds-a-customers-orders"})
    void twoRoundTrips(App app, Mongo db) {
        var shop = new Shop(app, db);
        var customers = shop.customers(6);
        shop.twoOrdersOfEach(customers);
        String target = shop.places(customers.getFirst(), Shop.lines(20));
        for (int i = 0; i < 5; i++) {
            shop.places(customers.getFirst(), Shop.lines(1));
        }
        shop.asksTwice("/orders", "GET /orders with 18 orders of 6 customers");
        shop.asksTwice("/customers/" + customers.getFirst(), "GET /customers/ID with 8 orders");
        shop.asksTwice(target, "GET /orders/ID with 20 lines");
    }

    @Check(
            id = "history-of-states",
            title = "notes the first status and each change of it in the history, and nothing else",
            needs = "shows-customers-as-they-are")
    void historyOfStates(App app, Mongo db) {
        var shop = new Shop(app, db);
        var lines = List.of(line(LAMP, 2));
        var made = app.post("/orders", json("customer", ADA, "lines", lines)).status(201);
        Shop.hasStates(made, "open");
        String target = "/orders/" + made.json("id").text();
        Shop.hasStates(app.get(target).status(200), "open");
        shop.changes(target, "note", "gift");
        shop.changes(target, "status", "open");
        Shop.hasStates(app.get(target), "open");
        Shop.hasStates(shop.changes(target, "status", "paid"), "open", "paid");
        shop.changes(target, "note", "");
        shop.changes(target, "status", "paid");
        shop.changes(target, "status", "shipped");
        var seen = app.get(target).status(200);
        Shop.hasStates(seen, "open", "paid", "shipped");
        seen.json("history.0.at").is(made.json("history.0.at").raw());
        Shop.hasStates(shop.changes(target, "status", "open"), "open", "paid", "shipped", "open");
    }

    @Check(
            id = "changes-status-and-note-only",
            title = "changes the status and the note that were sent, and nothing else",
            needs = "shows-customers-as-they-are")
    void changesStatusAndNoteOnly(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 2)));
        shop.changes(target, "note", "gift").json("status").is("open");
        var paid = shop.changes(target, "status", "paid");
        paid.json("status").is("paid");
        paid.json("note").because("what was not sent stays").is("gift");
        shop.changes(target, "lines", List.of(line(BULB, 1)));
        shop.changes(target, "customer", GRACE);
        shop.changes(target, "_id", NOBODY);
        shop.changes(target, "history", List.of());
        shop.changes(target, "note", "").json("note").because("an empty note was sent").is("");
        var both = json("version", shop.version(target), "status", "shipped", "note", "gone");
        app.patch(target, both).status(200);
        var seen = app.get(target).status(200);
        seen.json("status").is("shipped");
        seen.json("note").is("gone");
        seen.json("id").because("only status and note can be changed").is(target.substring(8));
        seen.json("customer.id").because("only status and note can be changed").is(ADA);
        seen.json("total").because("only status and note can be changed").is(9800);
        db.find("orders").count().is(1);
    }

    @Check(
            id = "refuses-wrong-changes",
            title = "refuses a wrong status and a wrong note in a change",
            needs = "shows-customers-as-they-are")
    void refusesWrongChanges(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 2)));
        long version = shop.version(target);
        String longest = "x".repeat(200);
        shop.refusesChange(target, json("version", version, "status", "gone"), "status");
        shop.refusesChange(target, json("version", version, "status", ""), "status");
        shop.refusesChange(target, json("version", version, "status", null), "status");
        shop.refusesChange(target, json("version", version, "note", longest + "x"), "note");
        shop.refusesChange(
                target,
                json("version", version, "status", "gone", "note", longest + "x"),
                "status",
                "note");
        var seen = app.get(target).status(200);
        seen.json("status").because("each change was refused").is("open");
        seen.json("note").because("each change was refused").is("");
        seen.json("version").because("each change was refused").is(version);
        app.patch(target, json("version", version, "note", longest)).status(200);
    }

    @Check(
            id = "one-change-per-version",
            title = "counts the version with each change, and refuses who has seen another one",
            needs = "shows-customers-as-they-are")
    void oneChangePerVersion(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 1)));
        long version = shop.version(target);
        var paid = app.patch(target, json("version", version, "status", "paid")).status(200);
        long next = paid.json("version").isAtLeast(version + 1).number();
        app.get(target).json("version").is(next);
        app.patch(target, json("version", version, "note", "late")).status(409);
        app.patch(target, json("version", version, "status", "paid")).status(409);
        app.patch(target, json("version", next + 1, "note", "early")).status(409);
        var seen = app.get(target).status(200);
        seen.json("note").because("all three changes were refused").is("");
        seen.json("version").because("all three changes were refused").is(next);
        long last = shop.changes(target, "note", "x").json("version").number();
        shop.changes(target, "note", "y").json("version").isAtLeast(last + 1);
        app.patch("/orders/" + NOBODY, json("version", 0, "note", "x")).status(404);
    }

    @Check(
            id = "two-at-the-same-time",
            title = "makes one of two changes that come at the same time with the same version",
            needs = "one-change-per-version")
    void twoAtTheSameTime(App app, Mongo db) {
        var shop = new Shop(app, db);
        String target = shop.places(ADA, List.of(line(LAMP, 1)));
        shop.racesForOneVersion(target, shop.version(target));
    }
}
