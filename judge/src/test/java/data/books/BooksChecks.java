package data.books;

import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Check;
import dev.backwright.checks.Postgres;
import java.util.List;

class BooksChecks {

    @Check(id = "keeps", title = "keeps an author with two books")
    void keeps(App app, Postgres db) {
        app.post("/authors", json("name", "Grace", "titles", List.of("One", "Two"))).status(200);
        db.query("select title from book join author on author.id = author_id where name = 'Grace'")
                .is("One", "Two");
    }

    @Check(id = "in-one", title = "keeps all of it or nothing")
    void inOne(App app, Postgres db) {
        app.post("/authors", json("name", "Grace", "titles", List.of("One", "Notes"))).status(409);
        db.wire().statements().matching("insert").count().is(3);
        db.wire().statements().matching("insert").inOneTransaction();
        db.query("select count(*) from author").is(1);
    }

    @Check(id = "joins", title = "reads an author and the books at once")
    void joins(App app, Postgres db) {
        app.get("/authors/1").status(200).json("books.1.title").is("Letters");
        db.wire().statements().matching("from \"author\"").count().isAtMost(2).isAtLeast(1);
    }
}
