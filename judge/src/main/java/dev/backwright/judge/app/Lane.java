package dev.backwright.judge.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One connection's part in a salvo. Connects anew where the server has closed, as it may after any answer.
final class Lane implements Runnable {

    private static final Set<String> SAFE_TO_REPEAT =
            Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final Salvo salvo;
    private final Link.Dial dial;
    private final Duration patience;
    private final byte[] bytes;
    private @Nullable Link link;
    private InputStream in = InputStream.nullInputStream();
    private boolean closedAtRest;

    Lane(Salvo salvo, Link.Dial dial, Duration patience) {
        this.salvo = salvo;
        this.dial = dial;
        this.patience = patience;
        this.bytes = salvo.bytes();
    }

    @Override
    public void run() {
        try {
            while (salvo.next()) {
                send();
            }
        } finally {
            hangUp();
        }
    }

    private void send() {
        boolean used = link != null;
        @Nullable String problem = exchange();
        if (closedAtRest && used && SAFE_TO_REPEAT.contains(salvo.method())) {
            problem = exchange();
        }
        if (problem != null) {
            salvo.stop(problem);
        }
    }

    /// @return what went wrong, as the end of "the server …"
    private @Nullable String exchange() {
        closedAtRest = false;
        try {
            return exchange(open());
        } catch (NoAnswer e) {
            return e.getMessage();
        } catch (IOException e) {
            return "does not take connections any more";
        }
    }

    private Link open() throws IOException {
        Link open = link;
        if (open == null) {
            open = dial.open();
            link = open;
            in = new BufferedInputStream(open.in());
        }
        return open;
    }

    private @Nullable String exchange(Link open) {
        var deadline = Deadline.closing(open.channel(), patience);
        try (deadline) {
            long begin = System.nanoTime();
            open.write(bytes);
            Answer answer = new AnswerReader(in, salvo.method()).read();
            salvo.tally().note(answer.status(), System.nanoTime() - begin);
            if (isLast(answer)) {
                hangUp();
            }
            return null;
        } catch (NoAnswer e) {
            hangUp();
            return e.getMessage();
        } catch (IOException e) {
            hangUp();
            closedAtRest = !deadline.passed();
            return deadline.passed()
                    ? "did not answer within " + patience.toMillis() / 1000.0 + " s"
                    : "closed the connection without an answer";
        }
    }

    /// Whether nothing more will come on its connection.
    private boolean isLast(Answer answer) {
        String connection = answer.header("Connection");
        boolean framed =
                answer.header("Content-Length") != null
                        || answer.header("Transfer-Encoding") != null
                        || answer.status() == 204
                        || answer.status() == 304
                        || salvo.method().equals("HEAD");
        return !framed
                || (connection != null && connection.toLowerCase(Locale.ROOT).contains("close"));
    }

    private void hangUp() {
        Link open = link;
        if (open != null) {
            open.close();
            link = null;
        }
    }
}
