package dev.backwright.academy.web;

/// The playground: any program, recorded. What stands in the editor comes from the link's fragment, which never reaches the server.
public record PlaygroundPage(Frame frame) {}
