package dev.backwright.judge.program;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A check's talk with its program: starts the process when it is first needed, remembers the calls, and
/// turns a program that is lost into the learner's failure.
final class Session {

    /// How much longer than the probe's own waiting the judge waits for its answer.
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Supplier<Probe> starting;
    private final Duration patience;
    private final Replay replay = new Replay();
    private final Ledger ledger = new Ledger(replay::size);
    private @Nullable Probe probe;
    private @Nullable String lost;
    private volatile boolean asking;

    Session(Supplier<Probe> starting, Duration patience) {
        this.starting = starting;
        this.patience = patience;
    }

    Ledger ledger() {
        return ledger;
    }

    Replay replay() {
        return replay;
    }

    Duration patience() {
        return patience;
    }

    /// The process, if it was started.
    @Nullable Probe probe() {
        return probe;
    }

    /// Whether nothing of the learner's runs: the process waits for a command, or there is none. For any thread.
    boolean isAtRest() {
        return !asking;
    }

    Probe started() {
        if (probe == null) {
            probe = starting.get();
        }
        return probe;
    }

    /// Asks for something that answers at once.
    ///
    /// @param during what a message says of the time: `during quote('oil', 2)`
    JsonNode ask(Command command, String during) {
        return ask(command, patience, patience, during);
    }

    /// Asks for something the probe waits for, up to `millis`.
    JsonNode askAndWait(Command command, Duration atMost, String during) {
        return ask(command.with("millis", atMost.toMillis()), atMost, atMost.plus(GRACE), during);
    }

    /// All that the process has printed so far.
    Printed printed() {
        if (probe == null) {
            return Printed.nothing();
        }
        if (lost == null) {
            probe.readOn();
        }
        return Printed.of(probe);
    }

    /// The failure, with the calls that led to it.
    Unmet unmet(String message) {
        List<Evidence> evidence = new ArrayList<>(ledger.evidence());
        replay.evidence(ledger.failing(), ledger.remark()).ifPresent(evidence::add);
        if (lost != null && probe != null) {
            evidence.add(Printed.of(probe).evidence());
        }
        return new Unmet(message, evidence);
    }

    private JsonNode ask(Command command, Duration within, Duration atMost, String during) {
        if (lost != null) {
            throw unmet(lost);
        }
        return switch (answer(command, within, atMost)) {
            case Answer.Given(JsonNode content) -> noted(command, checked(content));
            case Answer.Lost(String how) -> {
                replay.note(command.content(), null, false);
                lost = "the program " + how + " " + during;
                ledger.note(during.replaceFirst("^(during|while) ", ""), how).fails();
                throw unmet(lost);
            }
        };
    }

    private Answer answer(Command command, Duration within, Duration atMost) {
        asking = true;
        try {
            return started().ask(command.content(), within, atMost);
        } finally {
            asking = false;
        }
    }

    private JsonNode noted(Command command, JsonNode answer) {
        boolean threw = answer.has("threw");
        boolean gave = threw || answer.has("ok");
        Told given = gave ? Told.of(answer.path(threw ? "threw" : "ok")) : null;
        replay.note(command.content(), given, threw);
        return answer;
    }

    private static JsonNode checked(JsonNode content) {
        if (content.has("mistake")) {
            throw new JudgeException(
                    "a check's own expression is wrong: " + content.path("mistake").asString());
        }
        return content;
    }

    /// A command for the probe.
    record Command(Map<String, @Nullable Object> content) {

        static Command of(String op) {
            Map<String, @Nullable Object> content = new HashMap<>();
            content.put("op", op);
            content.put("code", "");
            return new Command(content);
        }

        static Command on(String op, Told target) {
            return of(op).with("of", target.coded());
        }

        Command with(String name, @Nullable Object value) {
            content.put(name, value);
            return this;
        }
    }
}
