package dev.backwright.academy.web;

import java.util.List;
import java.util.UUID;

/// What went wrong, for a person and for a program.
///
/// @param instance names this one occurrence, also in the log where it is our fault (RFC 9457)
/// @param title in a few words
/// @param detail what happened, where
/// @param next what to do
/// @param violations everything that is wrong with what was sent
record Problem(
        String instance,
        int status,
        String title,
        String detail,
        String next,
        List<String> violations) {

    Problem {
        violations = List.copyOf(violations);
    }

    Problem(int status, String title, String detail, String next, List<String> violations) {
        this("urn:uuid:" + UUID.randomUUID(), status, title, detail, next, violations);
    }

    static Problem of(int status, String title, String detail, String next) {
        return new Problem(status, title, detail, next, List.of());
    }
}
