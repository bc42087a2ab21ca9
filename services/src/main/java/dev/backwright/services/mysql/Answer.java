package dev.backwright.services.mysql;

import java.nio.ByteBuffer;

/// Reads the server's answer to one command, packet by packet.
/// "Text Resultset", "Binary Protocol Resultset", "COM_STMT_PREPARE Response", "OK_Packet", "EOF_Packet" and "ERR_Packet",
/// MySQL Source Code Documentation; "Result Set Packets", MariaDB's client/server protocol.
final class Answer {

    /// What is expected.
    enum Kind {
        /// OK, rows, or several of these.
        RESULTS,
        /// Rows without definitions, of a cursor.
        ROWS,
        /// A statement's number, and definitions.
        PREPARED,
        /// Definitions up to an end.
        FIELDS,
        /// One packet of whatever kind.
        LINE,
        /// Questions and answers up to OK.
        LOGIN
    }

    static final int MORE_RESULTS = 0x0008;
    static final int CURSOR = 0x0040;

    private static final int PROGRESS = 0xffff;
    private static final Part MIDDLE = new Part.Middle();

    private enum Place {
        FIRST,
        DEFINITIONS,
        DEFINITIONS_END,
        ROWS,
        REST
    }

    private final Kind kind;
    private final boolean okInstead;
    private Place place = Place.FIRST;
    private long left;
    private long rows;

    /// @param okInstead whether rows end with an OK packet, and definitions with nothing (CLIENT_DEPRECATE_EOF)
    Answer(Kind kind, boolean okInstead) {
        this.kind = kind;
        this.okInstead = okInstead;
        if (kind == Kind.ROWS || kind == Kind.FIELDS) {
            place = Place.ROWS;
        }
    }

    Kind kind() {
        return kind;
    }

    /// Takes the next packet.
    Part take(Packet packet) {
        if (packet.refusal() && place != Place.REST) {
            return refused(packet.body());
        }
        return switch (place) {
            case FIRST -> first(packet);
            case DEFINITIONS -> definition();
            case DEFINITIONS_END -> definitionsEnd(packet.body());
            case ROWS -> row(packet);
            case REST -> --left > 0 ? MIDDLE : new Part.End();
        };
    }

    private Part first(Packet packet) {
        return switch (kind) {
            case LOGIN -> packet.ok() ? ok(packet.body()) : MIDDLE;
            case LINE -> packet.ok() ? ok(packet.body()) : new Part.End();
            case PREPARED -> prepared(packet.body());
            default -> result(packet);
        };
    }

    private Part result(Packet packet) {
        if (packet.ok()) {
            return ok(packet.body());
        }
        if (packet.kind() == 0xfb) {
            return new Part.File();
        }
        left = Packet.number(packet.body());
        place = Place.DEFINITIONS;
        rows = 0;
        return MIDDLE;
    }

    private Part ok(ByteBuffer body) {
        body.get();
        long touched = Packet.number(body);
        Packet.number(body);
        return over(touched, false, body.getShort());
    }

    private Part definition() {
        if (--left <= 0) {
            place = okInstead ? Place.ROWS : Place.DEFINITIONS_END;
        }
        return MIDDLE;
    }

    private Part definitionsEnd(ByteBuffer body) {
        int status = body.getShort(3);
        place = Place.ROWS;
        return (status & CURSOR) == 0 ? MIDDLE : over(0, true, status);
    }

    private Part row(Packet packet) {
        if (!packet.end(okInstead)) {
            rows++;
            return MIDDLE;
        }
        ByteBuffer body = packet.body();
        body.get();
        if (okInstead) {
            Packet.number(body);
            Packet.number(body);
        } else {
            body.getShort();
        }
        return kind == Kind.FIELDS ? new Part.End() : over(rows, true, body.getShort());
    }

    private Part over(long count, boolean set, int status) {
        place = Place.FIRST;
        boolean last = kind != Kind.RESULTS || (status & MORE_RESULTS) == 0;
        return new Part.Result(count, set, status, last);
    }

    private Part prepared(ByteBuffer body) {
        body.get();
        int id = body.getInt();
        int columns = body.getShort() & 0xffff;
        int parameters = body.getShort() & 0xffff;
        left = definitions(columns) + definitions(parameters);
        place = Place.REST;
        return new Part.Prepared(id, parameters, left == 0);
    }

    private long definitions(int count) {
        return count == 0 || okInstead ? count : count + 1L;
    }

    /// MariaDB reports progress as a refusal with a code of its own: "ERR_Packet", MariaDB's client/server protocol.
    private static Part refused(ByteBuffer body) {
        var refused = Part.Refused.read(body);
        return refused.code() == PROGRESS ? MIDDLE : refused;
    }
}
