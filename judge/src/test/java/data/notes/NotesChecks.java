package data.notes;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Postgres;

class NotesChecks {

    @Check(id = "keeps", title = "keeps a note")
    void keeps(App app, Postgres db) {
        app.post("/notes", json("text", "milk")).status(201);
        db.query("select text::json ->> 'text' from note").is("milk");
        db.query("select id, text from note")
                .isTable(
                        """
                        id | text
                        1  | {"text": "milk"}
                        """);
        db.wire().statements().matching("INSERT  into note").count().is(1);
    }

    @Check(id = "survives-a-cut", title = "says 503 when the database vanishes, and lives on")
    void survivesACut(App app, Postgres db) {
        db.given(
                "note",
                """
                id | text
                7  | old
                """);
        db.wire().cutBefore("insert");
        app.post("/notes", json("text", "milk")).status(503);
        db.query("select id from note").is(7);
        app.post("/notes", json("text", "milk")).status(201).json("id").is(8);
    }
}
