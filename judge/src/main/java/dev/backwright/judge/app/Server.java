package dev.backwright.judge.app;

import dev.backwright.checks.Evidence;
import dev.backwright.judge.seen.NotStarted;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One process that listens on the port it finds in `PORT`.
final class Server implements AutoCloseable {

    static final String PORT = "PORT";
    static final String HTTPS_PORT = "HTTPS_PORT";
    private static final String WHAT = "the server";
    private static final int LAST_WORDS = 300;

    /// The work folder as the process sees it, whatever sandbox it is in.
    private static final Pattern WORK_FOLDER = Pattern.compile("(?:file://)?/[^\\s'\"()]*/app/");

    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Running running;
    private final String command;

    private Server(Running running, String command) {
        this.running = running;
        this.command = command;
    }

    /// A server that was just started: waits until it listens.
    ///
    /// @throws NotStarted when it ends first, or does not listen in time
    static Server start(Running running, String command, Duration patience) {
        var server = new Server(running, command);
        try {
            server.awaitListening(patience);
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private void awaitListening(Duration patience) {
        if (!listens(patience)) {
            String problem = "The server " + instead(patience.multipliedBy(3));
            throw new NotStarted(WHAT, problem, List.of(console()));
        }
    }

    /// One that listens nowhere yet is given three times as long: it may load much on a busy machine. One that listens
    /// elsewhere is only looked at once more: it may have come to it just now.
    private boolean listens(Duration patience) {
        if (running.awaitListening(PORT, patience)) {
            return true;
        }
        boolean elsewhere = !running.listeningPorts().isEmpty();
        return running.awaitListening(PORT, elsewhere ? GLANCE : patience.multipliedBy(2));
    }

    /// What it did and was not to do. That its time ran out while it was waited for, by the clock or of the processor, says no more than
    /// that it never listened.
    private String instead(Duration waited) {
        @Nullable Outcome outcome = ended(Duration.ofMillis(300)).orElse(null);
        return switch (outcome) {
            case null -> listensElsewhere(waited);
            case Outcome.TimedOut(Duration limit) -> listensElsewhere(limit);
            case Outcome.OutOfTime(Duration limit) -> listensElsewhere(limit);
            default -> "ended with " + ending(outcome);
        };
    }

    private String listensElsewhere(Duration patience) {
        Set<Integer> ports = new TreeSet<>(running.listeningPorts());
        String never = "never listened on the port it found in PORT";
        return ports.isEmpty()
                ? "%s within %d s.".formatted(never, Math.max(1, patience.toSeconds()))
                : "%s; it listens on %s instead."
                        .formatted(
                                never,
                                ports.stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" and ")));
    }

    /// How it ended and what it said last.
    String ending(Outcome outcome) {
        String words = Endings.words(outcome);
        String last = lastWords(relative(running.output().err()));
        return last.isEmpty() ? words + "." : words + ": " + last;
    }

    /// Node prints what was thrown before the stack: that line tells most.
    private static String lastWords(String err) {
        List<String> lines =
                err.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        String told =
                lines.stream()
                        .filter(line ->
                                line.matches("(Uncaught )?(\\w*Error|Error)( \\[\\w+\\])?\\b.*"))
                        .findFirst()
                        .orElse(lines.isEmpty() ? "" : lines.getLast());
        String clean = dev.backwright.judge.evidence.Clean.text(told);
        return clean.length() > LAST_WORDS ? clean.substring(0, LAST_WORDS) + "…" : clean;
    }

    /// Names of files as the learner knows them.
    private static String relative(String printed) {
        return WORK_FOLDER.matcher(printed).replaceAll("");
    }

    SocketChannel connect() throws IOException {
        return running.connect(PORT);
    }

    Running running() {
        return running;
    }

    /// How it ended, if it does so within this time.
    Optional<Outcome> ended(Duration within) {
        try {
            return Optional.of(running.outcome().get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException stillRunning) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "how the server ended is not known: " + e.getCause(), e);
        }
    }

    Evidence.Console console() {
        @Nullable Outcome outcome = running.outcome().getNow(null);
        String ending = outcome == null ? "" : Endings.words(outcome);
        var output = running.output();
        return new Evidence.Console(
                command, relative(output.out()), relative(output.err()), ending);
    }

    @Override
    public void close() {
        running.close();
    }
}
