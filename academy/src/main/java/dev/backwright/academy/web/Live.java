package dev.backwright.academy.web;

/// What changes on a lab's page while its judge works: sent as the HTML of one `result` event.
public record Live(ResultPane result, LabPage.Standing standing) {}
