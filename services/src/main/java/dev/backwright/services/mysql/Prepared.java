package dev.backwright.services.mysql;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A prepared statement: what it says, and what is known of its parameters.
final class Prepared {

    private static final int UNKNOWN = -1;

    private final Statement statement;
    private final Set<Integer> sentAhead = new HashSet<>();
    private int parameters = UNKNOWN;
    private List<Integer> types = List.of();
    private List<Asked> running = List.of();

    Prepared(String text) {
        this.statement = Statement.of(text);
    }

    Statement statement() {
        return statement;
    }

    void takes(int count) {
        parameters = count;
    }

    void sentAhead(int parameter) {
        sentAhead.add(parameter);
    }

    void forget() {
        sentAhead.clear();
    }

    /// The last execution, whose rows a cursor may fetch.
    List<Asked> running() {
        return running;
    }

    void runs(List<Asked> asked) {
        running = asked;
    }

    /// Reads the values it is to run with, from behind the iteration count.
    List<String> values(ByteBuffer body) {
        if (parameters == UNKNOWN) {
            return List.of("(sent before the server had told how many there are)");
        }
        try {
            var read = BoundValues.read(body, parameters, types, sentAhead);
            types = read.types();
            return read.values();
        } catch (RuntimeException tooLongToLookAt) {
            return List.of("(values too long to show)");
        } finally {
            sentAhead.clear();
        }
    }
}
