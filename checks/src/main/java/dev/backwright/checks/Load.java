package dev.backwright.checks;

import java.util.List;

/// Many requests, immutable: over several connections at the same time, each of which sends the next request when it has the
/// whole answer to the one before. Ten connections and 500 requests, unless said otherwise.
///
/// How long an answer takes says more about the machine than about the server. So no time is compared with a number of
/// milliseconds, only with another load of the same run, sent in turns with it.
///
/// ```java
/// var loads = app.load().sideBySide(Request.get("/health"), Request.get("/report"));
/// loads.get(1).allStatus(200).slowdown(95, loads.get(0)).isAtMost(10);
/// ```
public interface Load {

    /// Over so many connections, at most 100.
    Load connections(int connections);

    /// So many of each request, at least 10 and at most 5,000.
    Load requests(int requests);

    /// Sends a request that often. A server that breaks off, falls silent or answers what is no HTTP fails the check, as does
    /// one that has not answered all of them within 20 seconds.
    default Loaded send(Request request) {
        return sideBySide(request).getFirst();
    }

    default Loaded get(String target) {
        return send(Request.get(target));
    }

    /// Sends each of them that often, in five rounds in which they take turns: what disturbs the machine disturbs all of them.
    ///
    /// @return what came of each, in their order
    List<Loaded> sideBySide(Request... requests);

    /// What came of a load. Its numbers are evidence.
    interface Loaded {

        /// Holds when every status was one of these.
        Loaded allStatus(int... anyOf);

        /// How many answers had that status.
        Seen count(int status);

        /// How many times as long as the baseline's its answers took, at this percentile (50, 95, 99), to two places. The
        /// percentile is the median of those of the rounds.
        Seen slowdown(int percentile, Loaded baseline);

        /// How many times as many answers a second as the baseline it had, to two places.
        Seen throughput(Loaded baseline);
    }
}
