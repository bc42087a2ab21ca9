package dev.backwright.services.postgres;

import dev.backwright.services.postgres.Expected.Kind;
import dev.backwright.services.sql.SqlText;
import dev.backwright.services.sql.Transactions;
import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// What one connection has asked: prepared statements, portals, and the answers the server still owes.
/// Messages as in "Message Formats", PostgreSQL's manual, chapter 54.7.
final class Conversation implements Dialogue {

    static final String NOT_RUN = "not run: an earlier statement of the same batch failed";

    private static final int MOST_NAMES = 5_000;

    private final Ledger ledger;
    private final Opening opening = new Opening();
    private final Transactions transactions = new Transactions();
    private final Map<String, Prepared> prepared = new HashMap<>();
    private final Map<String, Portal> portals = new HashMap<>();
    private final Deque<Expected> owed = new ArrayDeque<>();
    private boolean skipping;
    private long fetched;
    private char last;
    private boolean opened;

    Conversation(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public long clientLength(ByteBuffer begun) throws NotUnderstood {
        return opening.over() ? Packet.length(begun) : Opening.length(begun);
    }

    @Override
    public long serverLength(ByteBuffer begun) throws NotUnderstood {
        return Packet.length(begun);
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

    /// Statements arrive with a Query, FunctionCall or Execute; none with anything else, or with a portal fetched again.
    @Override
    public synchronized Arrival arriving(Message message) throws NotUnderstood {
        if (!opening.over()) {
            return opening.arriving(message);
        }
        Packet packet = Packet.of(message);
        return switch (packet.type()) {
            case 'Q' -> new Arrival.Goes(query(Packet.text(packet.body())));
            case 'F' -> new Arrival.Goes(List.of(statement("", "(function call)", List.of())));
            case 'E' -> new Arrival.Goes(execute(Packet.text(packet.body())));
            case 'P', 'B', 'D', 'C' -> new Arrival.Waits();
            default -> Arrival.ON;
        };
    }

    private SeenEntry statement(String words, String text, List<String> values) {
        return ledger.statement(transactions.arriving(words), text, SqlText.shown(text), values);
    }

    private List<SeenEntry> query(String text) {
        List<String> pieces = SqlText.split(text);
        if (pieces.size() > 1) {
            transactions.together();
        }
        var entries = new ArrayList<SeenEntry>();
        for (String piece : pieces) {
            entries.add(statement(piece, piece, List.of()));
        }
        return entries;
    }

    private List<SeenEntry> execute(String name) {
        Portal portal =
                portals.computeIfAbsent(name, unknown -> new Portal("(unknown portal)", List.of()));
        if (portal.begun != null) {
            return List.of();
        }
        portal.begun = statement(portal.text, portal.text, portal.values);
        return List.of(portal.begun);
    }

    /// Takes note that the message goes to the server now.
    @Override
    public synchronized void sending(Message message, List<SeenEntry> arrived) {
        if (!opened) {
            opened = opening.over();
            return;
        }
        Packet packet = Packet.of(message);
        ByteBuffer body = packet.body();
        switch (packet.type()) {
            case 'Q', 'F' -> owed.add(Expected.simple(arrived));
            case 'P' -> parse(body);
            case 'B' -> bind(body);
            case 'C' -> close((char) body.get(), Packet.text(body));
            case 'E' -> executing(Packet.text(body));
            case 'S' -> {
                skipping = false;
                owed.add(Expected.sync());
            }
            default -> {}
        }
    }

    private void parse(ByteBuffer body) {
        String name = Packet.text(body);
        String text = Packet.text(body);
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
        String name = Packet.text(body);
        Prepared statement =
                prepared.getOrDefault(
                        Packet.text(body), new Prepared("(unknown statement)", List.of()));
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

    @Override
    public synchronized boolean answers(SeenEntry entry, Message message) {
        return !owed.isEmpty() && owed.getFirst().entries().contains(entry);
    }

    /// A server that waits for the end of a batch is done when the client does not ask for it: a program that asks does so at once,
    /// one that waits for the answer first would wait for ever.
    @Override
    public boolean settled(SeenEntry entry) {
        return batchEnded() || (!entry.open() && !batchEndComes());
    }

    private synchronized boolean batchEnded() {
        return last == 'Z';
    }

    private boolean batchEndComes() {
        for (int i = 0; i < 50 && !batchEndAsked(); i++) {
            LockSupport.parkNanos(4_000_000);
        }
        return batchEndAsked();
    }

    /// Whether the client has asked for the end of the batch that is being answered.
    private synchronized boolean batchEndAsked() {
        return owed.stream().anyMatch(Expected::endsBatch);
    }

    @Override
    public synchronized void answered(Message message) {
        Packet packet = Packet.of(message);
        last = packet.type();
        switch (packet.type()) {
            case '1' -> dropWhile(Kind.PARSE, 1);
            case 'C' -> completed(Tags.rows(Packet.text(packet.body())));
            case 'I' -> completed(-1);
            case 'D' -> fetched++;
            case 's' -> completed(fetched);
            case 'E' -> refused(Tags.error(packet.body()));
            case 'Z' -> ready((char) packet.body().get());
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
            ledger.note(error);
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
            statement("", parsed, List.of()).failed(error);
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
            transactions.atRest(status != 'I');
        }
    }
}
