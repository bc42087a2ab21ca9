package dev.backwright.services.redis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What one connection listens to: channels, patterns, shard channels. In RESP2 messages come as ordinary replies, so it has to be known.
final class Subscriptions {

    private static final Set<String> COMMANDS =
            Set.of(
                    "SUBSCRIBE",
                    "PSUBSCRIBE",
                    "SSUBSCRIBE",
                    "UNSUBSCRIBE",
                    "PUNSUBSCRIBE",
                    "SUNSUBSCRIBE");
    private static final Set<String> MESSAGES = Set.of("message", "pmessage", "smessage");
    private static final int MOST = 10_000;

    private final Map<String, Set<String>> kinds = new HashMap<>();

    /// Whether a command is answered once for each channel.
    static boolean concerns(String command) {
        return COMMANDS.contains(command);
    }

    boolean any() {
        return kinds.values().stream().anyMatch(names -> !names.isEmpty());
    }

    /// Whether a reply is something that was published, and answers nothing.
    boolean published(Reply reply) {
        return reply.type() == '*' && any() && MESSAGES.contains(reply.element(0));
    }

    /// How many confirmations a command gets.
    ///
    /// @param channels how many it names; without any it ends all
    long confirmations(String command, long channels) {
        return channels > 0 ? channels : Math.max(1, names(command).size());
    }

    /// Takes in a confirmation: `subscribe`, the channel, a count.
    void confirmed(Reply reply) {
        String command = reply.element(0);
        Set<String> names = names(command);
        if (command.contains("unsub")) {
            names.remove(reply.element(1));
        } else if (names.size() < MOST) {
            names.add(reply.element(1));
        }
    }

    void none() {
        kinds.clear();
    }

    private Set<String> names(String command) {
        String kind = command.toLowerCase(java.util.Locale.ROOT).replace("un", "");
        return kinds.computeIfAbsent(kind, fresh -> new HashSet<>());
    }
}
