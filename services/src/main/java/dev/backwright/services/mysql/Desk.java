package dev.backwright.services.mysql;

import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The commands of one connection and the answers the server owes to them.
final class Desk {

    static final String NOT_RUN = "not run: an earlier statement of the same text failed";

    private static final String COMMITS = "commits the transaction that was open";

    private final Ledger ledger;
    private final MySqlTransactions transactions = new MySqlTransactions();
    private final PreparedStatements prepared = new PreparedStatements();
    private final Deque<Owed> owed = new ArrayDeque<>();
    private boolean okInstead;
    private boolean several;
    private boolean takesFile;
    private boolean loggedIn;

    Desk(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The client has answered the greeting; the login goes on until the server says so.
    void agreed(Capabilities capabilities) {
        okInstead = capabilities.has(Capabilities.DEPRECATE_EOF);
        several = capabilities.has(Capabilities.MULTI_STATEMENTS);
        owe(Answer.Kind.LOGIN, List.of(), Optional.empty());
    }

    boolean loggingIn() {
        return !owed.isEmpty() && owed.getFirst().answer().kind() == Answer.Kind.LOGIN;
    }

    boolean loggedIn() {
        return loggedIn;
    }

    /// Whether what the client sends is a file.
    boolean takesFile() {
        return takesFile;
    }

    void fileSent() {
        takesFile = false;
    }

    /// The statements that arrive with a command.
    List<Asked> arriving(Command command, Packet packet) {
        ByteBuffer body = packet.body().position(1);
        return switch (command) {
            case QUERY -> query(Packet.text(body, body.remaining()));
            case EXECUTE -> execute(body);
            case INIT_DB -> one("use " + Packet.text(body, body.remaining()));
            case CREATE_DB -> one("create database " + Packet.text(body, body.remaining()));
            case DROP_DB -> one("drop database " + Packet.text(body, body.remaining()));
            case PROCESS_KILL -> one("kill " + Integer.toUnsignedString(body.getInt()));
            case PROCESS_INFO -> one("show processlist");
            default -> List.of();
        };
    }

    private List<Asked> one(String text) {
        return List.of(taken(Statement.of(text), List.of()));
    }

    private List<Asked> query(String text) {
        var asked = new ArrayList<Asked>();
        for (Statement statement : several ? Statement.in(text) : List.of(Statement.of(text))) {
            asked.add(taken(statement, List.of()));
        }
        return asked;
    }

    private List<Asked> execute(ByteBuffer body) {
        Prepared statement = prepared.at(body.getInt());
        List<String> values = statement.values(body.position(body.position() + 5));
        return List.of(taken(statement.statement(), values));
    }

    private Asked taken(Statement statement, List<String> values) {
        boolean commits = transactions.endsBySideEffect(statement);
        int number = transactions.arriving(statement);
        SeenEntry entry = ledger.statement(number, statement.text(), statement.shown(), values);
        if (commits) {
            entry.note(COMMITS);
        }
        return new Asked(entry, statement);
    }

    /// A command goes to the server now.
    void sending(Command command, Packet packet, List<Asked> asked) {
        ByteBuffer body = packet.body().position(1);
        Optional<Prepared> statement =
                switch (command) {
                    case PREPARE ->
                            Optional.of(prepared.begin(Packet.text(body, body.remaining())));
                    case EXECUTE, FETCH, RESET_STATEMENT -> Optional.of(prepared.at(body.getInt()));
                    case SEND_LONG_DATA -> sentAhead(body);
                    case CLOSE -> prepared.close(body.getInt());
                    case SET_OPTION -> options(body.getShort());
                    case CHANGE_USER, RESET_CONNECTION -> prepared.forget();
                    default -> Optional.empty();
                };
        if (command == Command.EXECUTE) {
            statement.ifPresent(known -> known.runs(asked));
        }
        List<Asked> about =
                command == Command.FETCH ? statement.map(Prepared::running).orElse(asked) : asked;
        if (command.answer() != null) {
            owe(command.answer(), about, statement);
        }
    }

    private Optional<Prepared> sentAhead(ByteBuffer body) {
        prepared.at(body.getInt()).sentAhead(body.getShort() & 0xffff);
        return Optional.empty();
    }

    private Optional<Prepared> options(int option) {
        several = option == 0;
        return Optional.empty();
    }

    private void owe(Answer.Kind kind, List<Asked> asked, Optional<Prepared> statement) {
        owed.add(new Owed(new Answer(kind, okInstead), asked, statement));
    }

    /// Whether the server's next packet is about this statement.
    boolean answersNext(SeenEntry entry) {
        return !owed.isEmpty()
                && owed.getFirst().open().stream()
                        .findFirst()
                        .filter(asked -> asked.entry() == entry)
                        .isPresent();
    }

    /// Takes in a packet of the server.
    void answered(Packet packet) throws NotUnderstood {
        if (owed.isEmpty()) {
            unasked(packet);
            return;
        }
        Owed first = owed.getFirst();
        switch (first.answer().take(packet)) {
            case Part.Middle() -> {}
            case Part.End() -> over(first);
            case Part.File() -> takesFile = true;
            case Part.Result result -> result(first, result);
            case Part.Refused refused -> refused(first, refused);
            case Part.Prepared(int id, int parameters, boolean last) -> {
                first.prepared().ifPresent(statement -> prepared.put(id, statement, parameters));
                if (last) {
                    over(first);
                }
            }
        }
    }

    private void unasked(Packet packet) throws NotUnderstood {
        if (!packet.refusal()) {
            throw new NotUnderstood("an answer nobody has asked for");
        }
        ledger.note(Part.Refused.read(packet.body()).text());
    }

    private void result(Owed first, Part.Result result) {
        loggedIn |= first.answer().kind() == Answer.Kind.LOGIN;
        transactions.status(result.status());
        List<Asked> open = first.open();
        if (first.answer().kind() == Answer.Kind.ROWS) {
            first.asked().forEach(asked -> asked.entry().came(result.rows()));
        } else if (!open.isEmpty()) {
            open.getFirst().result(result, open.size() > 1);
        }
        if (result.last()) {
            over(first);
        }
    }

    private void refused(Owed first, Part.Refused refused) {
        if (refused.rolledBack()) {
            transactions.gone();
        }
        List<Asked> open = first.open();
        for (int i = 0; i < open.size(); i++) {
            open.get(i).entry().failed(i == 0 ? refused.text() : NOT_RUN);
        }
        if (first.answer().kind() == Answer.Kind.PREPARED) {
            first.prepared()
                    .ifPresent(statement ->
                            taken(statement.statement(), List.of()).entry().failed(refused.text()));
        } else if (open.isEmpty()) {
            ledger.note(refused.text());
        }
        owed.removeFirst();
    }

    private void over(Owed answered) {
        answered.open().forEach(asked -> asked.entry().done(-1));
        owed.removeFirst();
    }
}
