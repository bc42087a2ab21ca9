package dev.backwright.judge.project;

import dev.backwright.judge.JudgeException;
import dev.backwright.judge.app.Endings;
import dev.backwright.judge.program.Frames;
import dev.backwright.judge.program.Received;
import dev.backwright.sandbox.Launch;
import dev.backwright.sandbox.Outcome;
import dev.backwright.sandbox.Running;
import dev.backwright.sandbox.Sandbox;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The talk with our program in the sandbox: one request, one answer. Asked by one thread; closed by any.
final class Clerk implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TO_END = 5;

    private final Running running;
    private final Frames frames;

    private Clerk(Running running, Frames frames) {
        this.running = running;
        this.frames = frames;
    }

    static Clerk start(Sandbox sandbox, Launch launch) {
        Running running = sandbox.start(launch);
        try {
            return new Clerk(running, Frames.open(running.controlIn(), running.controlOut()));
        } catch (IOException e) {
            String said = running.output().err();
            running.close();
            throw new JudgeException("the clerk did not take its key: " + said.strip(), e);
        }
    }

    /// @throws Lost when the process that does it has ended
    JsonNode ask(Map<String, ?> request) throws Lost {
        try {
            frames.send(JSON.writeValueAsBytes(request));
            return switch (frames.receive()) {
                case Received.Payload(String json) -> answered(JSON.readTree(json));
                case Received.Forged() ->
                        throw new Lost("a process wrote to a descriptor that is not its own");
                case Received.Ended() -> throw lost();
            };
        } catch (IOException closed) {
            throw lost();
        }
    }

    private static JsonNode answered(JsonNode answer) {
        if (answer.has("failed")) {
            throw new JudgeException("a project's files: " + answer.path("failed").asString(""));
        }
        return answer;
    }

    private Lost lost() {
        try {
            Outcome outcome = running.outcome().get(TO_END, TimeUnit.SECONDS);
            return new Lost("it was ended by " + Endings.words(outcome));
        } catch (TimeoutException lives) {
            return new Lost("a process closed a descriptor that is not its own");
        } catch (ExecutionException e) {
            throw new JudgeException("how a command ended is not known: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Lost("the check was ended");
        }
    }

    @Override
    public void close() {
        running.close();
    }

    /// Nothing more can be done in that sandbox; the message says why.
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1;

        Lost(String why) {
            super(why);
        }
    }
}
