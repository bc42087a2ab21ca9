package dev.backwright.services.redis;

import dev.backwright.services.wire.SeenEntry;
import java.util.ArrayList;
import java.util.List;

/// The commands of a transaction that wait for EXEC.
final class Queued {

    private final List<Owed> commands = new ArrayList<>();

    void add(Owed command) {
        commands.add(command);
    }

    boolean has(SeenEntry statement) {
        return commands.stream().anyMatch(command -> command.isAbout(statement));
    }

    /// EXEC's answer holds theirs, one for each; or it is nothing, or an error.
    void executed(Reply reply) {
        if (reply.isError()) {
            failed("not run: " + reply.text());
        } else if (reply.isNothing()) {
            failed("not run: a watched key had changed");
        } else {
            for (int i = 0; i < commands.size(); i++) {
                boolean known = i < reply.elements().size();
                commands.get(i).done(known ? reply.elements().get(i) : Reply.of('+', ""));
            }
            commands.clear();
        }
    }

    void failed(String why) {
        commands.forEach(command -> command.failed(why));
        commands.clear();
    }
}
