package web.cats;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Workspace;
import java.util.List;

class CatsChecks {

    @Check(id = "keeps", title = "keeps a cat")
    void keeps(App app) {
        app.post("/cats", json("name", "Tom")).status(201).json("name").is("Tom");
        app.get("/cats").status(200).json("0.name").is("Tom");
    }

    @Check(id = "refuses", title = "refuses a cat without a proper name")
    void refuses(App app) {
        app.post("/cats", json("name", "T")).status(400);
        app.post("/cats", json("name", "Tom", "lives", 9)).status(201).json("lives").isAbsent();
    }

    @Check(id = "shows-types", title = "has types that refuse what is no cat")
    void showsTypes(Workspace workspace) {
        workspace.typeErrors().is(List.of());
        workspace
                .typeErrors(
                        "src/check.ts",
                        """
                        import { CatsService } from './cats.service.js';
                        const cats = new CatsService();
                        cats.add({ name: 'Tom' });
                        // @ts-expect-error: a name is a text
                        cats.add({ name: 9 });
                        """)
                .is(List.of());
    }
}
