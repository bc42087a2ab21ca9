package dev.backwright.academy.gitserver;

import dev.backwright.academy.accounts.Learner;
import dev.backwright.judge.Lab;
import java.util.UUID;

/// Whose repository it is, and of which lab.
///
/// @param id of its row
record Owned(UUID id, Learner learner, Lab lab) {}
