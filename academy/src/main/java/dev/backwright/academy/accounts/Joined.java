package dev.backwright.academy.accounts;

/// Told in the transaction in which somebody uses a link: to join the academy, or what else the link leads into.
public record Joined(Account account, Invitation invitation) {}
