package apis.jwt;

import static apis.jwt.User.ann;
import static apis.jwt.User.ben;

import java.time.Duration;

/// Refresh tokens and sessions that grow old.
final class Ages {

    private Ages() {}

    static void look(Desk desk) {
        var idle = desk.signIn(ben());
        var used = desk.signIn(ann());
        desk.forward(Duration.ofDays(14).minusMinutes(1));
        used = desk.refreshed(used.refresh(), "A refresh token, a minute short of 14 days old");
        desk.forward(Duration.ofMinutes(2));
        desk.refused(idle.refresh(), "A refresh token, a minute older than 14 days");
        desk.forward(Duration.ofDays(13));
        used = desk.refreshed(used.refresh(), "A session of 27 days that was refreshed in time");
        desk.forward(Duration.ofDays(3).minusMinutes(2));
        used = desk.refreshed(used.refresh(), "A session, a minute short of 30 days old");
        desk.forward(Duration.ofMinutes(2));
        desk.refused(used.refresh(), "A session, a minute older than 30 days");
        var fresh = desk.signIn(ann());
        desk.refreshed(fresh.refresh(), "A session that began after another ran out");
    }
}
