package dev.backwright.judge.bench;

/// How something is made that may be kept ready. Recipes that are equal make things of which one serves as well as the
/// other.
///
/// @param <T> what is made
interface Recipe<T extends AutoCloseable> {

    T make();

    /// Whether it can still be handed out after it has waited.
    boolean isGood(T made);
}
