package dev.backwright.academy.cohorts;

import java.time.ZoneId;
import java.util.UUID;

/// @param people how many learn in it
/// @param zone in which its days begin and end
public record Cohort(UUID id, String name, int people, ZoneId zone) {}
