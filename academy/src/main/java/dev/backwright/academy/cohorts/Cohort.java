package dev.backwright.academy.cohorts;

import java.util.UUID;

/// @param people how many learn in it
public record Cohort(UUID id, String name, int people) {}
