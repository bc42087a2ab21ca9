package dev.backwright.academy.web;

import java.util.List;

/// What went wrong, for a person and for a program.
///
/// @param title in a few words
/// @param detail what happened, where
/// @param next what to do
/// @param violations everything that is wrong with what was sent
record Problem(int status, String title, String detail, String next, List<String> violations) {

    Problem {
        violations = List.copyOf(violations);
    }

    static Problem of(int status, String title, String detail, String next) {
        return new Problem(status, title, detail, next, List.of());
    }
}
