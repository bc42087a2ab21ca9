package data.papers;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Mongo;
import dev.backwright.checks.Workspace;
import java.util.List;
import java.util.Map;

class PapersChecks {

    @Check(id = "keeps", title = "keeps a paper")
    void keeps(App app, Mongo db) {
        db.find("papers").isTable("_id | title\n 1 | old");
        app.post("/papers", json("title", "new", "tags", List.of("a", "b"))).status(201);
        db.find("papers", "{_id: {$ne: 1}}")
                .isTable(
                        """
                        title | tags       | tags.1 | by
                        new   | ["a", "b"] | b      |
                        """);
        db.find("papers").values("title").is(List.of("old", "new"));
        db.find("papers", "{title: 'new'}").one().isPresent();
        db.aggregate("papers", "[{$count: 'n'}]").one().is(Map.of("n", 2));
        db.run("{count: 'papers'}").is(Map.of("n", 2, "ok", 1));
        db.indexes("papers").values("name").contains("_id_");
        db.wire().statements().matching("insert papers [{").count().is(1);
    }

    @Check(id = "survives-a-cut", title = "says 503 when the database vanishes, and lives on")
    void survivesACut(App app, Mongo db) {
        db.wire().cutBefore("insert papers");
        app.post("/papers", json("title", "lost")).status(503);
        db.find("papers", "{title: 'lost'}").count().is(0);
        app.post("/papers", json("title", "kept")).status(201);
        db.find("papers", "{title: 'kept'}").count().is(1);
    }

    @Check(
            id = "all-or-nothing",
            title = "writes all or nothing",
            needs = "keeps",
            mongo = "transactions")
    void allOrNothing(App app, Mongo db) {
        db.wire().statements().matching("commitTransaction").count().is(1);
    }

    @Check(id = "has-manifest", title = "has a manifest", mongo = "transactions")
    void hasManifest(Workspace files) {
        files.file("package.json").contains("papers");
    }
}
