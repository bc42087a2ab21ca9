package dev.backwright.academy.web;

/// How far a learner is with a lab: its word and the mark that stands beside it everywhere.
public enum LabState {
    NOT_BEGUN("not begun", "n", "st-none"),
    BEGUN("begun", "b", "st-begun"),
    /// Passed, with the solution seen before.
    PASSED("passed", "p", "st-pass"),
    PASSED_CLEAN("passed clean", "c", "st-clean");

    private final String word;
    private final String letter;
    private final String mark;

    LabState(String word, String letter, String mark) {
        this.word = word;
        this.letter = letter;
        this.mark = mark;
    }

    public String word() {
        return word;
    }

    /// The letter of its style classes: `is-c`.
    public String letter() {
        return letter;
    }

    /// Its mark in the sprite.
    public String mark() {
        return mark;
    }

    public boolean passed() {
        return this == PASSED || this == PASSED_CLEAN;
    }
}
