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
            title = "keeps a customer's name and email as the schema has them, in a change as well")
    void keepsCustomers(App app, Mongo db) {
        var made =
                app.post("/customers", json("name", " Bob ", "email", " Bob@Example.ORG "))
                        .status(201);
        made.json("name").is("Bob");
        made.json("email").is("bob@example.org");
        String bob = made.json("id").matches("^[0-9a-f]{24}$").text();
        db.find("customers", "{name: 'Bob'}").values("email").is(List.of("bob@example.org"));
        app.patch("/customers/" + bob, json("email", "BOB@new.example "))
                .status(200)
                .json("email")
                .is("bob@new.example");
        app.patch("/customers/" + bob, json("name", " Rob")).status(200).json("name").is("Rob");
        var seen = app.get("/customers/" + bob).status(200);
        seen.json("id").is(bob);
        seen.json("name").is("Rob");
        seen.json("email").is("bob@new.example");
        db.find("customers", "{email: 'bob@new.example'}").values("name").is(List.of("Rob"));
        app.get("/customers/" + NOBODY).status(404);
        app.patch("/customers/" + NOBODY, json("name", "Nobody")).status(404);
    }

    @Check(
            id = "refuses-wrong-customers",
            title = "refuses a wrong name and a wrong email of a new customer",
            needs = "keeps-customers")
    void refusesWrongCustomers(App app, Mongo db) {
        var shop = new Shop(app, db);
        String longest = "x".repeat(100);
        shop.refuses("/customers", json("email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", null, "email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", "  ", "email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", longest + "x", "email", "x@example.org"), "name");
        shop.refuses("/customers", json("name", "X"), "email");
        shop.refuses("/customers", json("name", "X", "email", null), "email");
        for (String email :
                List.of("", "nobody", "@example.org", "x@", "x@y@example.org", "x y@z")) {
            shop.refuses("/customers", json("name", "X", "email", email), "email");
        }
        db.find("customers")
                .values("name")
                .because("each of the new customers was refused")
                .is(List.of("Ada", "Grace"));
        app.post("/customers", json("name", longest, "email", "x@y")).status(201);
        app.post("/customers", json("name", "X", "email", "y@y")).status(201);
    }

    @Check(
            id = "refuses-wrong-changes",
            title = "refuses a wrong name and a wrong email in every change of a customer",
            needs = "keeps-customers")
    void refusesWrongChanges(App app, Mongo db) {
        var shop = new Shop(app, db);
        String ada = "/customers/" + ADA;
        shop.refusesChange(ada, json("email", "nobody"), "email");
        shop.refusesChange(ada, json("email", ""), "email");
        shop.refusesChange(ada, json("email", null), "email");
        shop.refusesChange(ada, json("name", ""), "name");
        shop.refusesChange(ada, json("name", null), "name");
        shop.refusesChange(ada, json("name", "x".repeat(101)), "name");
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
        new Shop(app, db).holdWrites("customers");
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
            title = "keeps in an order what was bought, with the name and the price of that moment")
    void ordersKeepTheirDay(App app, Mongo db, Seed seed) {
        int quantity = seed.between(2, 9);
        int total = quantity * 4900 + 250;
        var lines = List.of(line(LAMP, quantity), line(BULB, 1), line(CATALOGUE, 3));
        var made = app.post("/orders", order(ADA, lines)).status(201);
        String id = made.json("id").matches("^[0-9a-f]{24}$").text();
        var kept =
                List.of(
                        Shop.bought(LAMP, "Desk lamp", 4900, quantity),
                        Shop.bought(BULB, "Spare bulb", 250, 1),
                        Shop.bought(CATALOGUE, "Catalogue", 0, 3));
        Shop.isOrder(made, id, kept, total);
        db.run(
                "{update: 'products', updates: [{q: {}, u: {$set: {price: 1, name: 'Sale'}}, multi: true}]}");
        Shop.isOrder(app.get("/orders/" + id).status(200), id, kept, total);
        var stored = db.find("orders");
        stored.values("customer").is(List.of(ADA));
        stored.values("status").is(List.of("open"));
        stored.values("total")
                .because("`total` is worked out and never stored")
                .is(Collections.singletonList(null));
        app.get("/orders/" + NOBODY).status(404);
    }

    @Check(
            id = "takes-nothing-else",
            title = "takes nothing else from a request, whether the schema has it or not",
            needs = "orders-keep-their-day")
    void takesNothingElse(App app, Mongo db) {
        app.patch("/customers/" + ADA, json("_id", NOBODY, "admin", true))
                .status(200)
                .json("id")
                .is(ADA);
        var bob = json("_id", NOBODY, "admin", true, "name", "Bob", "email", "b@b");
        app.post("/customers", bob)
                .status(201)
                .json("id")
                .because("the shop gives ids, and not the request")
                .isNot(NOBODY);
        db.find("customers", "{admin: true}")
                .count()
                .because("`admin` is in no schema, so it is not stored")
                .is(0);
        var gift = List.of(Map.of("product", LAMP, "quantity", 2, "price", 1, "name", "Gift"));
        var order =
                app.post(
                                "/orders",
                                json(
                                        "_id",
                                        NOBODY,
                                        "customer",
                                        ADA,
                                        "lines",
                                        gift,
                                        "status",
                                        "paid",
                                        "total",
                                        1))
                        .status(201);
        String id = order.json("id").text();
        order.json("id").because("the shop gives ids, and not the request").isNot(NOBODY);
        var lines = List.of(Shop.bought(LAMP, "Desk lamp", 4900, 2));
        Shop.isOrder(order, id, lines, 9800);
    }

    @Check(
            id = "refuses-wrong-orders",
            title = "refuses each wrong line and each wrong customer of an order",
            needs = "orders-keep-their-day")
    void refusesWrongOrders(App app, Mongo db) {
        var shop = new Shop(app, db);
        shop.refuses("/orders", order(ADA, List.of()), "lines");
        shop.refuses("/orders", order(ADA, Shop.lines(21)), "lines");
        for (Object quantity : List.of(0, 100, 2.5, -1, "many")) {
            var lines = List.of(line(BULB, 1), line(LAMP, quantity));
            shop.refuses("/orders", order(ADA, lines), "lines.1.quantity");
        }
        shop.refuses("/orders", order(ADA, List.of(Map.of("product", LAMP))), "lines.0.quantity");
        for (String nobody : List.of(NOBODY, "nobody")) {
            shop.refuses("/orders", order(nobody, Shop.lines(1)), "customer");
            var lines = List.of(line(LAMP, 1), line(nobody, 1));
            shop.refuses("/orders", order(ADA, lines), "lines.1.product");
        }
        shop.refuses("/orders", json("lines", Shop.lines(1)), "customer");
        shop.refuses("/orders", order(ADA, List.of(Map.of("quantity", 1))), "lines.0.product");
        db.find("orders").count().because("each order was refused").is(0);
        app.post("/orders", order(ADA, Shop.lines(20))).status(201);
        app.post("/orders", order(ADA, List.of(line(LAMP, 99), line(LAMP, 1)))).status(201);
    }

    @Check(
            id = "names-all-at-once",
            title = "names all that is wrong in one answer",
            needs = {"refuses-wrong-customers", "refuses-wrong-changes", "refuses-wrong-orders"})
    void namesAllAtOnce(App app, Mongo db) {
        var shop = new Shop(app, db);
        shop.refuses("/customers", json("name", "", "email", "nobody"), "name", "email");
        String ada = "/customers/" + ADA;
        shop.refusesChange(ada, json("name", "", "email", "nobody"), "name", "email");
        shop.refuses("/orders", order(NOBODY, List.of()), "customer", "lines");
        shop.refuses(
                "/orders",
                order(NOBODY, List.of(line(NOBODY, 1), line(LAMP, 100), line(NOBODY, 0))),
                "customer",
                "lines.0.product",
                "lines.1.quantity",
                "lines.2.product",
                "lines.2.quantity");
        shop.refuses(
                "/orders",
                order("nobody", List.of(line("lamp", "many"), line(LAMP, 1), line(NOBODY, 2.5))),
                "customer",
                "lines.0.product",
                "lines.0.quantity",
                "lines.2.product",
                "lines.2.quantity");
        db.find("orders").count().because("each order was refused").is(0);
    }
}
