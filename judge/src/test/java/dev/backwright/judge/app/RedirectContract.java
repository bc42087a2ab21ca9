package dev.backwright.judge.app;

import static dev.backwright.checks.Json.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Reply;
import dev.backwright.checks.Unmet;
import java.util.List;
import org.junit.jupiter.api.Test;

interface RedirectContract extends Servers {

    String MOVED =
            """
            app.use(express.json());
            app.get('/old', (req, res) => res.redirect(301, '/a/older'));
            app.get('/a/older', (req, res) => res.set('Location', 'new?n=1&q={a b}#top').sendStatus(302));
            app.get('/a/new', (req, res) => res.json({ n: req.query.n, cookie: req.headers.cookie ?? null }));
            app.post('/form', (req, res) => res.cookie('note', 'saved').redirect(303, '/a/new?n=2'));
            app.post('/moved', (req, res) => res.redirect(308, `http://localhost:${process.env.PORT}/here`));
            app.post('/here', (req, res) => res.json(req.body));
            app.get('/round', (req, res) => res.redirect('/round'));
            app.get('/away', (req, res) => res.redirect('https://shop.example/[31m'));
            """;

    @Test
    default void aRedirectIsSeenAsItIs() {
        try (var app = express(MOVED)) {
            app.get("/old").status(301).header("Location").is("/a/older");
        }
    }

    @Test
    default void followingLeadsToItsEndAndEachHopIsSeen() {
        try (var app = express(MOVED)) {
            app.get("/old").follow().status(200).json("n").is("1");
            assertEquals(
                    List.of("/old", "/a/older", "/a/new?n=1&q=%7Ba%20b%7D"),
                    Servers.exchanges(app).stream().map(http -> http.target()).toList());
        }
    }

    @Test
    default void aFormIsFollowedByGetAndCookiesComeAlong() {
        try (var app = express(MOVED)) {
            Reply reply = app.visitor().post("/form", json("text", "x")).follow().status(200);
            reply.json("n").is("2");
            reply.json("cookie").is("note=saved");
            app.post("/form", json()).follow().json("cookie").is(null);
        }
    }

    @Test
    default void aPermanentMoveKeepsMethodAndBody() {
        try (var app = express(MOVED)) {
            app.post("/moved", json("n", 7)).status(308).follow().json("n").is(7);
        }
    }

    @Test
    default void whatIsNoRedirectOrLeadsElsewhereIsTold() {
        try (var app = express(MOVED)) {
            assertEquals(
                    "GET /a/new: expected a redirect with a Location; seen status 200",
                    message(app.get("/a/new"), 3));
            assertEquals(
                    "GET /round: expected at most 3 redirects; seen one more, to /round",
                    message(app.get("/round"), 3));
            assertEquals(
                    "GET /away: expected a redirect within this server; seen one to"
                            + " https://shop.example/[31m",
                    message(app.get("/away"), 3));
            assertEquals(6, Servers.exchanges(app).size());
        }
    }

    private static String message(Reply reply, int most) {
        return String.valueOf(assertThrows(Unmet.class, () -> reply.follow(most)).getMessage());
    }
}
