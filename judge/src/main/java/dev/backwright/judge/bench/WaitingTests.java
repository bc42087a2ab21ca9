package dev.backwright.judge.bench;

import dev.backwright.judge.program.NodeTests;
import dev.backwright.sandbox.Ahead;
import dev.backwright.sandbox.Limits;
import dev.backwright.sandbox.Sandbox;
import java.util.List;

/// Node with the probe in it and with `node:test` at hand, that waits for a submission's files.
record WaitingTests(Sandbox sandbox, Limits limits) implements Recipe<Ahead> {

    @Override
    public Ahead make() {
        return NodeTests.ahead(sandbox, limits, List.of());
    }

    @Override
    public boolean isGood(Ahead made) {
        return made.isAlive();
    }
}
