package dev.backwright.judge.app;

import dev.backwright.checks.App;
import dev.backwright.checks.Reply;
import dev.backwright.checks.Seen;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Sighting;
import java.util.List;

/// Replies to requests that were sent together.
record LiveReplies(List<Reply> each) implements App.Replies {

    LiveReplies {
        each = List.copyOf(each);
    }

    @Override
    public App.Replies allStatus(int... anyOf) {
        each.forEach(reply -> reply.status(anyOf));
        return this;
    }

    @Override
    public Seen count(int status) {
        long count = each.stream().filter(reply -> reply.code() == status).count();
        return Sighting.of("replies with status " + status, count, Failing.PLAIN);
    }
}
