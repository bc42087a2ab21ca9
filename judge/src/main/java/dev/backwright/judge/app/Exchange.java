package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.evidence.Curl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request and what came of it: an answer, or a problem.
///
/// @param sentNanos when its last byte was sent
/// @param problem what happened instead of an answer, as the end of "the server …"
record Exchange(
        Request request,
        long sentNanos,
        long endNanos,
        @Nullable Answer answer,
        @Nullable String problem) {

    static Exchange answered(Request request, long sentNanos, Answer answer) {
        return new Exchange(request, sentNanos, System.nanoTime(), answer, null);
    }

    static Exchange failed(Request request, long sentNanos, String problem) {
        return new Exchange(request, sentNanos, System.nanoTime(), null, problem);
    }

    /// `POST /transfers`
    String name() {
        return request.method() + " " + request.target();
    }

    boolean hadStatus(int status) {
        return answer != null && answer.status() == status;
    }

    Exchange withProblem(String better) {
        return new Exchange(request, sentNanos, endNanos, answer, better);
    }

    /// Milliseconds from the last byte of the request to the first of the reply.
    double waitedMillis() {
        long until = answer == null ? endNanos : answer.firstByteNanos();
        return millis(until - sentNanos);
    }

    Evidence.Http evidence(long beginNanos) {
        return new Evidence.Http(
                request.method(),
                request.target(),
                request.headers(),
                request.body() == null ? "" : request.body(),
                answer == null ? 0 : answer.status(),
                answer == null ? List.of() : answer.headers(),
                answer == null ? "" : answer.body(),
                millis(sentNanos - beginNanos),
                millis(endNanos - sentNanos),
                problem == null ? null : "The server " + problem,
                Curl.command(request));
    }

    private static double millis(long nanos) {
        return Math.round(nanos / 1e3) / 1e3;
    }
}
