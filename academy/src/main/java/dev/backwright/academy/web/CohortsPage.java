package dev.backwright.academy.web;

import dev.backwright.academy.cohorts.Cohort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The cohorts that whoever looks at it leads; an admin has all.
///
/// @param trouble what could not be done, and why; `null` for nothing
public record CohortsPage(Frame frame, List<Cohort> cohorts, @Nullable String trouble) {}
