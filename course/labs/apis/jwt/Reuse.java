package apis.jwt;

import static apis.jwt.User.ann;
import static apis.jwt.User.ben;
import static dev.backwright.checks.Expect.expect;

import dev.backwright.checks.Reply;
import dev.backwright.checks.Request;
import java.util.ArrayList;
import java.util.List;

/// Refresh tokens that are used a second time.
final class Reuse {

    private static final int AT_ONCE = 6;

    private Reuse() {}

    /// A thief, or the one who was robbed, comes with a token that was spent so many refreshes ago.
    static void ofATokenThatIs(int refreshesOld, Desk desk) {
        String before =
                "A token that was spent %s ago"
                        .formatted(refreshesOld == 1 ? "one refresh" : refreshesOld + " refreshes");
        var others = List.of(desk.signIn(ann()), desk.signIn(ben()));
        var session = desk.signIn(ann());
        String spent = session.refresh();
        for (int i = 0; i < refreshesOld; i++) {
            session = desk.refreshed(session.refresh(), "A session that goes on");
        }
        desk.refused(spent, before);
        desk.refused(
                session.refresh(),
                "After reuse of a spent token not even the session's newest is accepted");
        desk.refused(spent, before + ", for the second time");
        desk.refreshed(others.getFirst().refresh(), "Another session of the same user goes on");
        desk.refreshed(others.getLast().refresh(), "Another user's session goes on");
        var again = desk.signIn(ann());
        desk.refreshed(again.refresh(), "A sign-in after reuse begins a new session");
    }

    /// Several requests with one token: at most one of them gets an answer, and that is of no use either.
    static void atTheSameTime(Desk desk) {
        for (int round = 0; round < 4; round++) {
            var session = desk.signIn(ben());
            var request = Desk.withCookie(Request.post("/session/refresh"), session.refresh());
            List<Reply> replies =
                    desk.app().together(AT_ONCE).send(request).allStatus(200, 401).each();
            var won = new ArrayList<>(replies);
            won.removeIf(each -> each.code() != 200);
            expect(
                    won.size() <= 1,
                    "Of %d requests at the same time with one refresh token at most one is answered 200; seen %d"
                            .formatted(AT_ONCE, won.size()));
            for (Reply each : won) {
                desk.refused(
                        Desk.tokens(each).refresh(),
                        "After requests at the same time with one token the session is over, also for the one that was first");
            }
            desk.refused(session.refresh(), "A token that was used by requests at the same time");
        }
    }
}
