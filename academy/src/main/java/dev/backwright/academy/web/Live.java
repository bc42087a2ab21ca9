package dev.backwright.academy.web;

import org.jspecify.annotations.Nullable;

/// What changes on a lab's page while its judge works: sent as the HTML of one `result` event.
///
/// @param standing `null` where nothing in the bar has changed
public record Live(ResultPane result, LabPage.@Nullable Standing standing) {}
