package apis.jwt;

import static dev.backwright.checks.Expect.expect;
import static dev.backwright.checks.Json.json;

import dev.backwright.checks.App;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import java.time.Duration;

/// How one talks to the server.
record Desk(App app) {

    /// What a sign-in or a refresh has given.
    record Tokens(Reply reply, String access, String refresh) {}

    Tokens signIn(User user) {
        var reply = app.post("/session", json("name", user.name(), "password", user.password()));
        expect(
                reply.code() == 201,
                "POST /session with %s's name and password: expected status 201; seen %d"
                        .formatted(user.name(), reply.code()));
        return tokens(reply);
    }

    /// Refreshes, which should work.
    ///
    /// @param why begins the message where it does not
    Tokens refreshed(String refresh, String why) {
        var reply = refresh(refresh);
        expect(
                reply.code() == 200,
                "%s: expected POST /session/refresh to answer 200; seen %d"
                        .formatted(why, reply.code()));
        return tokens(reply);
    }

    /// Refreshes, which should be refused.
    ///
    /// @param why begins the message where it is not
    void refused(String refresh, String why) {
        var reply = refresh(refresh);
        expect(
                reply.code() == 401,
                "%s: expected POST /session/refresh to answer 401; seen %d"
                        .formatted(why, reply.code()));
    }

    Reply refresh(String refresh) {
        return app.send(withCookie(Request.post("/session/refresh"), refresh));
    }

    Reply signOut(String refresh) {
        return app.send(withCookie(Request.of("DELETE", "/session"), refresh));
    }

    static Request withCookie(Request request, String refresh) {
        return request.header("Cookie", "refresh=" + refresh);
    }

    static Tokens tokens(Reply reply) {
        String access = reply.json("accessToken").text();
        return new Tokens(reply, access, reply.cookie("refresh").value().text());
    }

    Reply parcels(String access) {
        return app.send(Request.get("/parcels").header("Authorization", "Bearer " + access));
    }

    /// Holds when `GET /parcels` takes the token for that user's.
    void accepted(String access, User user, String what) {
        var reply = parcels(access);
        expect(
                reply.code() == 200,
                "%s is accepted: expected GET /parcels to answer 200; seen %d"
                        .formatted(what, reply.code()));
        reply.json("user").because(what + " is " + user.name() + "'s").is(user.id());
    }

    /// Holds when `GET /parcels` refuses the token.
    Reply refusedAccess(String access, String what) {
        var reply = parcels(access);
        expect(
                reply.code() == 401,
                "%s is refused: expected GET /parcels to answer 401; seen %d"
                        .formatted(what, reply.code()));
        return reply;
    }

    /// Puts the server's clock forward.
    void forward(Duration time) {
        app.post("/clock", json("forward", time.toSeconds())).status(200);
    }
}
