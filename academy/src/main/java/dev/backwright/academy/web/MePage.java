package dev.backwright.academy.web;

import dev.backwright.academy.accounts.Account;
import dev.backwright.academy.badges.Offer;
import dev.backwright.academy.web.guard.OpenSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param steps how far they are
/// @param badges one for each step, taken or not
/// @param sessions of theirs, this one first
/// @param ways by which they come in
/// @param passkeys of theirs
/// @param done what was just done, in a sentence; `null` for nothing
/// @param trouble what was not, and why; `null` for nothing
public record MePage(
        Frame frame,
        Account account,
        List<StepProgress> steps,
        List<Offer> badges,
        List<OpenSession> sessions,
        OwnWays ways,
        OwnPasskeys passkeys,
        @Nullable String done,
        @Nullable String trouble) {}
