package web.hello;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Seed;
import dev.backwright.checks.Workspace;

class HelloChecks {

    @Check(id = "echoes", title = "sends back what it got", needs = "greets")
    void echoes(App app, Seed seed) {
        int number = seed.between(1, 1000);
        app.post("/echo", json("number", number)).status(200).json("number").is(number);
        app.together(3).post("/echo", json("number", number)).allStatus(200);
    }

    @Check(id = "greets", title = "greets")
    void greets(App app) {
        app.get("/hello").status(200).json("hello").is("world");
        app.get("/hello").headers().contains("connection: close").lacks("x-powered-by: Express");
        app.log().line("GET /hello").isPresent();
    }

    @Check(id = "has-manifest", title = "has a manifest")
    void hasManifest(Workspace workspace) {
        workspace.file("package.json").contains("node server.js");
    }
}
