package dev.backwright.judge.service;

import dev.backwright.checks.Evidence;
import dev.backwright.sandbox.Wire;
import java.util.List;
import java.util.Map;

/// A service during one check.
public interface OpenService extends AutoCloseable {

    /// What a check gets: a `Postgres`.
    Object words();

    /// The wire a program gets to it.
    ///
    /// @param variable of its environment
    Wire towards(String variable);

    /// What a program has to know besides its address: further variables of its environment.
    default Map<String, String> environment() {
        return Map.of();
    }

    /// Its address past the wire, for people; empty where nobody but the program gets there.
    String address();

    /// Whether its server still answers, and is the one it was opened on: one that died and was started again has lost what was in it.
    boolean isAlive();

    /// What was seen on its wire, where there was anything.
    List<Evidence> evidence();

    /// The statements on its wire, as steps of a drawing, numbered by whoever draws.
    List<Evidence.Wires.Step> steps();

    @Override
    void close();
}
