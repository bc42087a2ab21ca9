package dev.backwright.academy.web;

/// A lesson as HTML of ours: whatever its Markdown held is escaped.
public record Lesson(String html) {}
