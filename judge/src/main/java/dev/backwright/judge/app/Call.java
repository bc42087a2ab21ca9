package dev.backwright.judge.app;

import dev.backwright.checks.Request;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request on its way, on a connection of its own. Whatever goes wrong is told in its exchange.
///
/// ```text
///   begin ──► send            ──► exchange        all at once
///   begin ──► sendAllButLast  ──► sendLast ──► exchange
///   begin ──► send            ──► head            and the body as it comes
/// ```
final class Call implements AutoCloseable {

    private final Request request;
    private final Outgoing outgoing;
    private final Duration patience;
    private final long begin = System.nanoTime();
    private @Nullable Link link;
    private @Nullable Deadline deadline;
    private @Nullable InputStream in;
    private @Nullable String problem;
    private boolean refused;
    private long sent = begin;

    private Call(Request request, Duration patience) {
        this.request = request;
        this.outgoing = Outgoing.of(request);
        Duration asked = Duration.ofMillis(request.patienceMillis());
        this.patience = patience.compareTo(asked) < 0 ? asked : patience;
    }

    /// Connects.
    static Call begin(Link.Dial dial, Request request, Duration patience) {
        var call = new Call(request, patience);
        try {
            Link link = dial.open();
            call.link = link;
            call.in = new BufferedInputStream(link.in());
            call.deadline = Deadline.closing(link.channel(), call.patience.plus(call.pauses()));
        } catch (NoAnswer e) {
            call.problem = e.getMessage();
        } catch (IOException e) {
            call.problem = "does not take connections any more";
        }
        return call;
    }

    private Duration pauses() {
        return Duration.ofMillis(request.pace().pauseMillis() * (outgoing.parts().size() - 1L));
    }

    Call send() {
        if (request.pace().pauseMillis() == 0) {
            outgoing.parts().forEach(this::write);
        } else {
            sendSlowly();
        }
        return this;
    }

    /// Stops when something comes: a server need not hear a request out.
    private void sendSlowly() {
        Link open = link;
        if (open == null) {
            return;
        }
        var inflow = Inflow.of(open.in());
        in = inflow;
        write(outgoing.parts().getFirst());
        boolean first = true;
        for (byte[] part : outgoing.parts().subList(1, outgoing.parts().size())) {
            long pause = first ? 0 : request.pace().pauseMillis() * 1_000_000;
            if (inflow.hasNews(pause)) {
                refused = true;
                break;
            }
            write(part);
            first = false;
        }
    }

    Call sendAllButLast() {
        write(outgoing.allButLast());
        return this;
    }

    void sendLast() {
        write(outgoing.last());
    }

    /// Notes when the server closes its end before all is written: it may have answered nevertheless.
    private void write(byte[] bytes) {
        Link open = link;
        if (open == null || problem != null || refused) {
            return;
        }
        try {
            open.write(bytes);
        } catch (ClosedChannelException e) {
            problem = problem(e);
        } catch (IOException e) {
            refused = true;
        }
        sent = System.nanoTime();
    }

    /// Waits for the whole answer.
    Exchange exchange() {
        @Nullable Answer answer = null;
        InputStream open = in;
        if (problem == null && open != null) {
            try {
                answer = new AnswerReader(open, request.method()).read();
            } catch (IOException e) {
                problem = problem(e);
            }
        }
        return told(answer);
    }

    /// An answer whose body is still to come.
    ///
    /// @param exchange answered without a body, or with a problem
    record Head(Exchange exchange, InputStream body) {}

    /// Waits for the head of the answer. No time is set for what follows, which is there until this is closed.
    Head head() {
        InputStream open = in;
        AnswerReader.@Nullable Head head = null;
        if (problem == null && open != null) {
            try {
                head = new AnswerReader(open, request.method()).head();
            } catch (IOException e) {
                problem = problem(e);
            }
        }
        endDeadline();
        return head == null
                ? new Head(told(null), InputStream.nullInputStream())
                : new Head(told(head.answer()), head.body());
    }

    private Exchange told(@Nullable Answer came) {
        @Nullable Answer answer = came;
        if (answer != null && refused && answer.status() < 400) {
            answer = null;
            problem = "answered before it had read the request";
        }
        return new Exchange(request, number(), begin, sent, System.nanoTime(), answer, problem);
    }

    /// While the answer is still waited for.
    Exchange unanswered() {
        return new Exchange(
                request, number(), begin, sent, System.nanoTime(), null, "has not answered yet");
    }

    private int number() {
        Link open = link;
        return open == null ? 0 : open.number();
    }

    private String problem(IOException e) {
        Deadline watch = deadline;
        if ((watch != null && watch.passed()) || e instanceof ClosedChannelException) {
            return "did not answer within " + patience.toMillis() / 1000.0 + " s";
        }
        return e instanceof NoAnswer || e instanceof EOFException
                ? String.valueOf(e.getMessage())
                : "broke the connection before it answered";
    }

    private void endDeadline() {
        Deadline watch = deadline;
        if (watch != null) {
            watch.close();
        }
    }

    @Override
    public void close() {
        endDeadline();
        if (in instanceof Inflow inflow) {
            inflow.close();
        }
        Link open = link;
        if (open != null) {
            open.close();
        }
    }
}
