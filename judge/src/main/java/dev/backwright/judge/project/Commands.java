package dev.backwright.judge.project;

import dev.backwright.checks.Evidence;
import dev.backwright.checks.Unmet;
import dev.backwright.judge.JudgeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All commands of one check, wherever they are run: the clerk, started with the first, and what each of them printed.
final class Commands implements AutoCloseable {

    private static final int MOST_SHOWN = 12;

    /// What the toolbox brings: where one of these is missing, it is not the learner's doing.
    private static final Set<String> OURS = Set.of("node", "npm", "yarn");

    private static final int NOT_FOUND = 127;

    private final Supplier<Clerk> starting;
    private final List<Evidence> shown = new ArrayList<>();
    private @Nullable Clerk clerk;
    private boolean closed;

    Commands(Supplier<Clerk> starting) {
        this.starting = starting;
    }

    FinishedCommand run(Place place, List<String> command) {
        Map<String, Object> request = place.request("run");
        request.put("command", command);
        request.put("environment", place.environment());
        String shownAs = place.shown(command);
        JsonNode answer = ask(request, shownAs);
        int code = answer.path("code").asInt();
        if (code == NOT_FOUND && OURS.contains(command.getFirst())) {
            throw new JudgeException(
                    "the toolbox lacks %s; run ./backwright doctor --fetch"
                            .formatted(command.getFirst()));
        }
        var finished =
                new FinishedCommand(
                        shownAs,
                        answer.path("out").asString(""),
                        answer.path("err").asString(""),
                        code);
        show(finished.evidence());
        return finished;
    }

    JsonNode ask(Place place, String what, String path, Map<String, ?> more) {
        Map<String, Object> request = place.request(what);
        request.put("path", path);
        request.putAll(more);
        return ask(request, what + " " + path);
    }

    private JsonNode ask(Map<String, Object> request, String shownAs) {
        try {
            return clerk().ask(new HashMap<>(request));
        } catch (Clerk.Lost e) {
            var console = new Evidence.Console(shownAs, "", "", String.valueOf(e.getMessage()));
            show(console);
            throw new Unmet(
                    "%s did not come to its end: %s.".formatted(shownAs, e.getMessage()),
                    List.of(console));
        }
    }

    private synchronized Clerk clerk() {
        if (closed) {
            throw new IllegalStateException("the check is over");
        }
        Clerk known = clerk;
        if (known == null) {
            known = starting.get();
            clerk = known;
        }
        return known;
    }

    private synchronized void show(Evidence command) {
        shown.add(command);
        if (shown.size() > MOST_SHOWN) {
            shown.removeFirst();
        }
    }

    synchronized List<Evidence> shown() {
        return List.copyOf(shown);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (clerk != null) {
            clerk.close();
        }
    }
}
