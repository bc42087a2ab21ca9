package dev.backwright.services.mysql;

import dev.backwright.services.wire.Arrival;
import dev.backwright.services.wire.Dialogue;
import dev.backwright.services.wire.Ledger;
import dev.backwright.services.wire.Message;
import dev.backwright.services.wire.NotUnderstood;
import dev.backwright.services.wire.SeenEntry;
import java.nio.ByteBuffer;
import java.util.List;

/// What one connection is about: greeting and login, then commands, each with its answer.
/// "Connection Lifecycle", MySQL Source Code Documentation.
final class Conversation implements Dialogue {

    private enum Phase {
        GREETING,
        LOGIN,
        COMMANDS
    }

    private final Ledger ledger;
    private final Desk desk;
    private Phase phase = Phase.GREETING;
    private Capabilities capabilities = new Capabilities(0);
    private boolean clientGoesOn;
    private boolean serverGoesOn;
    private List<Asked> arrived = List.of();

    Conversation(Ledger ledger) {
        this.ledger = ledger;
        this.desk = new Desk(ledger);
    }

    @Override
    public long clientLength(ByteBuffer begun) {
        return Packet.wholeLength(begun);
    }

    @Override
    public long serverLength(ByteBuffer begun) {
        return Packet.wholeLength(begun);
    }

    @Override
    public synchronized Arrival arriving(Message message) throws NotUnderstood {
        Packet packet = Packet.of(message);
        arrived = List.of();
        if (phase == Phase.LOGIN && !desk.loggingIn()) {
            capabilities = Handshake.answer(message, capabilities);
        } else if (phase == Phase.COMMANDS && isCommand()) {
            arrived = desk.arriving(Command.of(packet), packet);
        }
        return new Arrival.Goes(arrived.stream().map(Asked::entry).toList());
    }

    /// Not the rest of a long packet, no answer to a question of the login, no part of a file.
    private boolean isCommand() {
        return !clientGoesOn && !desk.loggingIn() && !desk.takesFile();
    }

    @Override
    public synchronized void sending(Message message, List<SeenEntry> begun) throws NotUnderstood {
        Packet packet = Packet.of(message);
        if (phase == Phase.LOGIN && !desk.loggingIn()) {
            desk.agreed(capabilities);
        } else if (phase == Phase.COMMANDS && isCommand()) {
            desk.sending(Command.of(packet), packet, arrived);
        } else if (desk.takesFile() && packet.length() == 0) {
            desk.fileSent();
        }
        clientGoesOn = packet.goesOn();
    }

    @Override
    public synchronized boolean answers(SeenEntry statement, Message message) {
        return desk.answersNext(statement);
    }

    @Override
    public synchronized void answered(Message message) throws NotUnderstood {
        Packet packet = Packet.of(message);
        boolean rest = serverGoesOn;
        serverGoesOn = packet.goesOn();
        if (phase == Phase.GREETING) {
            greeted(message, packet);
        } else if (!rest) {
            desk.answered(packet);
            phase = desk.loggedIn() ? Phase.COMMANDS : phase;
        }
    }

    private void greeted(Message message, Packet packet) throws NotUnderstood {
        if (packet.refusal()) {
            ledger.note(Part.Refused.read(packet.body()).text());
        } else {
            capabilities = Handshake.greeting(message);
            phase = Phase.LOGIN;
        }
    }
}
