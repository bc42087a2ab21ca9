package dev.backwright.services;

import dev.backwright.services.Expected.Kind;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one connection has asked: prepared statements, portals, and the answers the server still owes.
/// Messages as in "Message Formats", PostgreSQL's manual, chapter 54.7.
final class Conversation {

    static final String NOT_RUN = "not run: an earlier statement of the same batch failed";

    private static final int MOST_NAMES = 5_000;

    private final int number;
    private final StatementLog log;
    private final Transactions transactions = new Transactions();
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final Map<String, Portal> portals = new HashMap<>();
    private final Deque<Expected> owed = new ArrayDeque<>();
    private boolean skipping;
    private long fetched;

    Conversation(int number, StatementLog log) {
        this.number = number;
        this.log = log;
    }

    private record Prepared(String text, List<Integer> types) {}

    private static final class Portal {
        final String text;
        final List<String> values;
        @Nullable SeenEntry begun;

        Portal(String text, List<String> values) {
            this.text = text;
            this.values = values;
        }
    }

    /// The statements that arrive with a Query, FunctionCall or Execute; none with anything else, or with a portal fetched again.
    synchronized List<SeenEntry> arriving(Message message) {
        return switch (message.type()) {
            case 'Q' -> query(Message.text(message.body()));
            case 'F' ->
                    List.of(
                            log.add(
                                    number,
                                    transactions.arriving(""),
                                    "(function call)",
                                    List.of()));
            case 'E' -> execute(Message.text(message.body()));
            default -> List.of();
        };
    }

    private List<SeenEntry> query(String text) {
        List<String> pieces = SqlText.split(text);
        if (pieces.size() > 1) {
            transactions.together();
        }
        var entries = new ArrayList<SeenEntry>();
        for (String piece : pieces) {
            entries.add(log.add(number, transactions.arriving(piece), piece, List.of()));
        }
        return entries;
    }

    private List<SeenEntry> execute(String name) {
        Portal portal =
                portals.computeIfAbsent(name, unknown -> new Portal("(unknown portal)", List.of()));
        if (portal.begun != null) {
            return List.of();
        }
        portal.begun =
                log.add(number, transactions.arriving(portal.text), portal.text, portal.values);
        return List.of(portal.begun);
    }

    /// Takes note that the message goes to the server now.
    synchronized void sending(Message message, List<SeenEntry> arrived) {
        arrived.forEach(SeenEntry::sent);
        ByteBuffer body = message.body();
        switch (message.type()) {
            case 'Q', 'F' -> owed.add(Expected.simple(arrived));
            case 'P' -> parse(body);
            case 'B' -> bind(body);
            case 'C' -> close((char) body.get(), Message.text(body));
            case 'E' -> executing(Message.text(body));
            case 'S' -> {
                skipping = false;
                owed.add(Expected.sync());
            }
            default -> {}
        }
    }

    private void parse(ByteBuffer body) {
        String name = Message.text(body);
        String text = Message.text(body);
        var types = new ArrayList<Integer>();
        for (int i = body.remaining() < 2 ? 0 : body.getShort();
                i > 0 && body.remaining() >= 4;
                i--) {
            types.add(body.getInt());
        }
        if (prepared.size() < MOST_NAMES) {
            prepared.put(name, new Prepared(text, types));
        }
        if (!skipping) {
            owed.add(Expected.parse(text));
        }
    }

    private void bind(ByteBuffer body) {
        String name = Message.text(body);
        Prepared statement =
                prepared.getOrDefault(
                        Message.text(body), new Prepared("(unknown statement)", List.of()));
        if (portals.size() < MOST_NAMES) {
            portals.put(name, new Portal(statement.text, values(body, statement)));
        }
    }

    private static List<String> values(ByteBuffer body, Prepared statement) {
        try {
            return BoundValues.read(body, statement.types);
        } catch (RuntimeException tooLongToLookAt) {
            return List.of("(values too long to show)");
        }
    }

    private void close(char kind, String name) {
        if (kind == 'S') {
            prepared.remove(name);
        } else {
            portals.remove(name);
        }
    }

    private void executing(String name) {
        Portal portal = portals.get(name);
        if (portal == null || portal.begun == null) {
            return;
        }
        if (skipping) {
            portal.begun.failed(NOT_RUN);
        } else {
            owed.add(Expected.execute(portal.begun));
        }
    }

    /// Whether the server's next answer is about `entry`.
    synchronized boolean answersNext(SeenEntry entry) {
        return !owed.isEmpty() && owed.getFirst().entries().contains(entry);
    }

    /// Whether the client has asked for the end of the batch that is being answered.
    synchronized boolean batchEndAsked() {
        return owed.stream().anyMatch(Expected::endsBatch);
    }

    /// Takes in an answer.
    synchronized void answered(Message message) {
        switch (message.type()) {
            case '1' -> dropWhile(Kind.PARSE, 1);
            case 'C' -> completed(Tags.rows(Message.text(message.body())));
            case 'I' -> completed(-1);
            case 'D' -> fetched++;
            case 's' -> completed(fetched);
            case 'E' -> refused(Tags.error(message.body()));
            case 'Z' -> ready((char) message.body().get());
            default -> {}
        }
    }

    private void dropWhile(Kind kind, int most) {
        for (int i = 0; i < most && !owed.isEmpty() && owed.getFirst().kind() == kind; i++) {
            owed.removeFirst();
        }
    }

    private void completed(long rows) {
        dropWhile(Kind.PARSE, Integer.MAX_VALUE);
        fetched = 0;
        if (!owed.isEmpty()) {
            Expected expected = owed.getFirst();
            var again =
                    expected.kind() == Kind.EXECUTE
                            ? expected.entries().stream().findFirst()
                            : expected.open();
            again.ifPresent(entry -> entry.done(rows));
            dropWhile(Kind.EXECUTE, 1);
        }
    }

    private void refused(String error) {
        if (owed.isEmpty()) {
            log.note("connection " + number + ": " + error);
        } else if (owed.getFirst().kind() == Kind.SIMPLE) {
            owed.getFirst().open().ifPresent(entry -> entry.failed(error));
            owed.getFirst().entries().stream()
                    .filter(SeenEntry::open)
                    .forEach(entry -> entry.failed(NOT_RUN));
        } else {
            batchRefused(error);
        }
    }

    private void batchRefused(String error) {
        String parsed = owed.getFirst().text();
        String reason = error;
        while (!owed.isEmpty() && owed.getFirst().kind() != Kind.SYNC) {
            var open = owed.removeFirst().open();
            if (open.isPresent()) {
                open.get().failed(reason);
                reason = NOT_RUN;
            }
        }
        if (reason.equals(error) && !parsed.isEmpty()) {
            log.add(number, transactions.arriving(""), parsed, List.of()).failed(error);
        }
        skipping = owed.isEmpty();
    }

    private void ready(char status) {
        while (!owed.isEmpty()) {
            Expected expected = owed.removeFirst();
            expected.entries().stream().filter(SeenEntry::open).forEach(entry -> entry.done(-1));
            if (expected.endsBatch()) {
                break;
            }
        }
        if (owed.isEmpty()) {
            transactions.status(status);
        }
    }
}
