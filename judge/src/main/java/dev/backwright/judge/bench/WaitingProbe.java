package dev.backwright.judge.bench;

import dev.backwright.judge.program.NodeProgram;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;

/// Node with the probe in it, that waits for a submission's files.
record WaitingProbe(Sandbox sandbox, Limits limits) implements Recipe<Ahead> {

    @Override
    public Ahead make() {
        return NodeProgram.ahead(sandbox, limits);
    }

    @Override
    public boolean isGood(Ahead made) {
        return made.isAlive();
    }
}
