package dev.backwright.judge.app;

import static dev.backwright.checks.Json.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.checks.Unmet;
import org.junit.jupiter.api.Test;

interface VisitorContract extends Servers {

    String SESSIONS =
            """
            const sessions = new Map();
            app.set('trust proxy', true);
            app.use(express.json());
            app.post('/login', (req, res) => {
              const id = 's' + sessions.size;
              sessions.set(id, req.body.name);
              res.cookie('sid', id, {
                httpOnly: true, sameSite: 'lax', secure: req.secure, maxAge: 600_000, path: '/',
              });
              res.cookie('theme', 'dark', { path: '/settings' });
              res.sendStatus(204);
            });
            app.post('/logout', (req, res) => res.clearCookie('sid').sendStatus(204));
            app.get(['/me', '/settings/look'], (req, res) => {
              const cookies = req.headers.cookie ?? '';
              res.json({ cookies, name: sessions.get(/sid=(\\w+)/.exec(cookies)?.[1]) ?? null });
            });
            """;

    @Test
    default void visitorsKeepTheirCookiesApart() {
        try (var app = express(SESSIONS)) {
            var ann = app.visitor();
            var bob = app.visitor();
            ann.post("/login", json("name", "ann")).status(204);
            bob.post("/login", json("name", "bob")).status(204);
            ann.get("/me").json("name").is("ann");
            bob.get("/me").json("name").is("bob");
            app.get("/me").json("cookies").is("");
            ann.cookie("sid").is("s0");
        }
    }

    @Test
    default void aCookieGoesAlongWhereItIsFor() {
        try (var app = express(SESSIONS)) {
            var ann = app.visitor();
            ann.post("/login", json("name", "ann"));
            ann.get("/settings/look").json("cookies").is("theme=dark; sid=s0");
            ann.get("/me").json("cookies").is("sid=s0");
            ann.post("/logout", json()).cookie("sid").lifetime().is(0);
            ann.get("/me").json("cookies").is("");
            ann.cookie("sid").isAbsent();
            ann.keep("sid", "s0");
            ann.get("/me").json("name").is("ann");
        }
    }

    @Test
    default void aSecureCookieGoesAlongBehindAProxyOnly() {
        try (var app = express(SESSIONS)) {
            var ann = app.visitor();
            var login = Request.post("/login").body("application/json", "{\"name\":\"ann\"}");
            ann.send(login.header("X-Forwarded-Proto", "https")).cookie("sid").secure().is(true);
            ann.get("/me").json("name").is(null);
            ann.send(Request.get("/me").header("X-Forwarded-Proto", "https"))
                    .json("name")
                    .is("ann");
        }
    }

    @Test
    default void aCookieShowsHowItWasSet() {
        try (var app = express(SESSIONS)) {
            var reply = app.post("/login", json("name", "ann"));
            var sid = reply.cookie("sid");
            sid.value().is("s0");
            sid.path().is("/");
            sid.domain().isAbsent();
            sid.httpOnly().is(true);
            sid.secure().is(false);
            sid.sameSite().is("Lax");
            sid.lifetime().is(600);
            reply.cookie("theme").lifetime().isAbsent();
            reply.headers().contains("set-cookie: theme=dark; Path=/settings");
            var unmet = assertThrows(Unmet.class, () -> reply.cookie("id").httpOnly().is(true));
            assertEquals(
                    "POST /login: cookie id, which was not set, HttpOnly: expected true; seen nothing",
                    unmet.getMessage());
        }
    }

    @Test
    default void theCommandThatRepeatsItCarriesTheCookies() {
        try (var app = express(SESSIONS)) {
            var ann = app.visitor();
            ann.keep("sid", "it's");
            ann.get("/me");
            Evidence.Http http = Servers.exchanges(app).getLast();
            assertEquals(
                    "curl -i --globoff --path-as-is -H 'Cookie: sid=it'\\''s' \"http://127.0.0.1:$PORT\"/me",
                    http.repeat());
        }
    }
}
