package dev.backwright.judge.postgres;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Seen;
import dev.backwright.checks.Wire;
import dev.backwright.services.PostgresDatabase;
import java.util.List;

final class LearnersWire implements Wire, AutoCloseable {
    private final PostgresDatabase database;

    LearnersWire(PostgresDatabase database) {
        this.database = database;
    }

    dev.backwright.sandbox.Wire towards(String variable) {
        throw todo();
    }

    private UnsupportedOperationException todo() {
        return new UnsupportedOperationException(database.toString());
    }

    @Override
    public Hold hold(String pattern) {
        throw todo();
    }

    @Override
    public void cutBefore(String pattern) {
        throw todo();
    }

    @Override
    public void cutBefore(String pattern, int nth) {
        throw todo();
    }

    @Override
    public void cutAfter(String pattern) {
        throw todo();
    }

    @Override
    public void cutAfter(String pattern, int nth) {
        throw todo();
    }

    @Override
    public void refuse() {
        throw todo();
    }

    @Override
    public void mend() {
        throw todo();
    }

    @Override
    public Statements statements() {
        throw todo();
    }

    @Override
    public Seen openConnections() {
        throw todo();
    }

    List<Evidence> evidence() {
        return List.of();
    }

    @Override
    public void close() {}
}
