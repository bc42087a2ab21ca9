package data.tally;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Redis;
import dev.backwright.checks.Request;

class TallyChecks {

    @Check(id = "counts", title = "counts each visit")
    void counts(App app, Redis redis) {
        app.send(Request.of("POST", "/visits")).status(201);
        app.send(Request.of("POST", "/visits")).status(201).json("visits").is(2);
        redis.value("visits").is("2");
    }

    @Check(id = "remembers", title = "remembers visits of before")
    void remembers(App app, Redis redis) {
        redis.given("visits", "41");
        app.send(Request.of("POST", "/visits")).status(201);
        app.get("/visits").status(200).json("visits").is(42);
    }
}
