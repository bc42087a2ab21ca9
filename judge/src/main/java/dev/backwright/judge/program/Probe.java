package dev.backwright.judge.program;

import dev.backwright.judge.JudgeException;
import dev.backwright.judge.delivery.Parcel;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One process with the probe in it, and the talk with it: one command, one answer.
/// Starting does not wait; the first command does.
final class Probe implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /// How long a process may take to be gone after its channel has ended.
    private static final Duration TO_END = Duration.ofSeconds(2);

    private static final Duration TO_START = Duration.ofSeconds(10);

    private static final Duration MARKING = Duration.ofSeconds(5);

    private final Running running;
    private final Frames frames;
    private final List<List<String>> files;
    private final Transcript transcript = new Transcript();
    private @Nullable String folder;
    private volatile boolean gaveUp;

    private Probe(Running running, Frames frames, List<List<String>> files) {
        this.running = running;
        this.frames = frames;
        this.files = files;
        running.output().follow(transcript::take);
    }

    /// Hands the files to a process that waits for them, and the key to the probe in it.
    static Probe start(Ahead waiting, SortedMap<String, byte[]> files) {
        Parcel parcel = Parcel.of(files);
        Running running = delivered(waiting, parcel.copied());
        try {
            return new Probe(
                    running, Frames.open(running.controlIn(), running.controlOut()), parcel.told());
        } catch (IOException e) {
            String said = running.output().err(); // why it died, if it did
            running.close();
            throw new JudgeException("the probe did not take its key: " + said.strip(), e);
        }
    }

    private static Running delivered(Ahead waiting, SortedMap<String, byte[]> files) {
        try {
            return waiting.deliver(files);
        } catch (RuntimeException e) {
            waiting.close();
            throw e;
        }
    }

    /// Sends a command and waits for its answer, no longer than `patience`; the probe itself may wait `within` it.
    Answer ask(
            Map<String, ? extends @Nullable Object> command, Duration within, Duration patience) {
        if (folder == null) {
            folder = greeting();
        }
        return exchange(JSON.writeValueAsBytes(command), within, patience);
    }

    /// Waits for what it tells next by itself, where a command has more than one answer.
    Answer next(Duration within, Duration patience) {
        return exchange(null, within, patience);
    }

    /// How it ended, where that is not with this exit code, as it has told; else empty.
    String misfit(int told) {
        return switch (outcome()) {
            case null -> "did not end after it had told its end";
            case Outcome.Exited(int code) ->
                    code == told
                            ? ""
                            : "ended itself with exit code %d, not with the %d of its tests"
                                    .formatted(code, told);
            case Outcome other -> Ending.words(other, transcript.err());
        };
    }

    /// The work folder as the process sees it.
    String folder() {
        return folder == null ? "" : folder;
    }

    /// What it has printed, as far as it has been read.
    Transcript transcript() {
        return transcript;
    }

    /// How it ended, in few words; empty while it runs or when it was we who ended it.
    String ending() {
        return Ending.brief(running.outcome().getNow(new Outcome.Closed()));
    }

    @Override
    public void close() {
        running.close();
    }

    /// Waits until all that was printed before now has been read.
    void readOn() {
        String mark = "\0" + UUID.randomUUID() + "\0";
        Answer answer = ask(Map.of("op", "mark", "code", "", "mark", mark), MARKING, MARKING);
        if (answer instanceof Answer.Given(JsonNode written)) {
            try {
                for (String stream : List.of("out", "err")) {
                    if (written.path(stream).asBoolean()) {
                        transcript.upTo(mark, stream.equals("err"), MARKING);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String greeting() {
        Answer greeting = exchange(null, TO_START, TO_START);
        if (greeting instanceof Answer.Given(JsonNode hello)) {
            lay();
            return hello.path("cwd").asString();
        }
        throw new JudgeException(
                "the probe did not start: the process "
                        + ((Answer.Lost) greeting).how()
                        + "; it said: "
                        + running.output().err().strip());
    }

    private void lay() {
        byte[] command = JSON.writeValueAsBytes(Map.of("op", "files", "code", "", "files", files));
        if (!(exchange(command, TO_START, TO_START) instanceof Answer.Given(JsonNode answer))
                || answer.path("laid").asInt() != files.size()) {
            throw new JudgeException("the probe could not write the submission's files");
        }
    }

    private Answer exchange(byte @Nullable [] command, Duration within, Duration patience) {
        var answered = new CompletableFuture<@Nullable Void>();
        var alarm = answered.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        var _ = alarm.whenCompleteAsync((done, late) -> giveUp(late));
        try {
            if (command != null) {
                frames.send(command);
            }
            return answer(frames.receive(), within);
        } catch (IOException closed) {
            return lost(within);
        } finally {
            answered.complete(null);
        }
    }

    private void giveUp(@Nullable Throwable late) {
        if (late != null) {
            gaveUp = true;
            running.close();
        }
    }

    private Answer answer(Received received, Duration within) {
        return switch (received) {
            case Received.Payload(String json) -> new Answer.Given(JSON.readTree(json));
            case Received.Forged() -> forged();
            case Received.Ended() -> lost(within);
        };
    }

    private Answer forged() {
        running.close();
        return new Answer.Lost("wrote to a descriptor that is not its own (4)");
    }

    private Answer lost(Duration within) {
        if (gaveUp) {
            return frames.isPartly()
                    ? forged()
                    : new Answer.Lost("did not come back within " + Ending.seconds(within));
        }
        Outcome outcome = outcome();
        if (outcome == null) {
            running.close();
            return new Answer.Lost("closed a descriptor that is not its own (4)");
        }
        return new Answer.Lost(Ending.words(outcome, transcript.err()));
    }

    private @Nullable Outcome outcome() {
        try {
            return running.outcome().get(TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException lives) {
            return null;
        } catch (ExecutionException e) {
            throw new JudgeException("how the program ended is not known", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
