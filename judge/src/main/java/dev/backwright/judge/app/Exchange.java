package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Request;
import dev.backwright.judge.evidence.Curl;
import dev.backwright.judge.seen.Failing;
import dev.backwright.judge.seen.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request and what came of it: an answer, or a problem.
///
/// @param connection its number, from 1; 0 where there was none
/// @param beginNanos before it was connected
/// @param sentNanos when its last byte was sent
/// @param problem what happened instead of an answer, as the end of "the server …"
record Exchange(
        Request request,
        int connection,
        long beginNanos,
        long sentNanos,
        long endNanos,
        @Nullable Answer answer,
        @Nullable String problem) {

    /// `POST /transfers`
    String name() {
        return request.method() + " " + request.target();
    }

    /// @throws dev.backwright.checks.Unmet where none came
    Answer answerOr(Failing failing) {
        Answer came = answer;
        if (came == null) {
            String end = String.valueOf(problem);
            throw failing.because(
                    "%s: expected an answer; the server %s%s"
                            .formatted(name(), end, end.endsWith(".") ? "" : "."));
        }
        return came;
    }

    boolean hadStatus(int status) {
        return answer != null && answer.status() == status;
    }

    /// Whether no answer came at all, so that the server's end may be the reason.
    boolean isUnanswered() {
        return problem != null && !problem.startsWith(AnswerReader.NO_HTTP);
    }

    Exchange withProblem(String better) {
        return new Exchange(request, connection, beginNanos, sentNanos, endNanos, answer, better);
    }

    /// Milliseconds from the last byte of the request to the first of the reply.
    double waitedMillis() {
        long until = answer == null ? endNanos : answer.firstByteNanos();
        return waitedMillis(until);
    }

    /// As [#waitedMillis()], until then by `System.nanoTime`.
    double waitedMillis(long until) {
        return rounded((until - sentNanos) / 1e6);
    }

    /// @param instance which process of the server, from 1
    Evidence.Http evidence(Origin origin, int instance, boolean tls) {
        return new Evidence.Http(
                request.method(),
                request.target(),
                request.headers(),
                request.body() == null ? "" : request.body(),
                answer == null ? 0 : answer.status(),
                answer == null ? List.of() : answer.headers(),
                answer == null ? "" : answer.body(),
                rounded(origin.millis(beginNanos)),
                rounded((endNanos - beginNanos) / 1e6),
                problem == null ? null : "The server " + problem,
                Curl.command(request, tls),
                new Evidence.Http.Via(connection, instance, tls));
    }

    private static double rounded(double millis) {
        return Math.round(millis * 1e3) / 1e3;
    }
}
