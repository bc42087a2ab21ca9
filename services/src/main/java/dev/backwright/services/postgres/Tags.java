package dev.backwright.services.postgres;

import java.nio.ByteBuffer;

/// What the server says about a statement.
final class Tags {

    private Tags() {}

    /// Rows of a command tag: `INSERT 0 5`, `UPDATE 2`, `SELECT 3`; -1 where it names none, as in `BEGIN`.
    static long rows(String tag) {
        int space = tag.lastIndexOf(' ');
        try {
            return space < 0 ? -1 : Long.parseLong(tag.substring(space + 1));
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }

    /// Message and SQLSTATE of an ErrorResponse: fields of a letter and a text.
    static String error(ByteBuffer body) {
        String message = "";
        String state = "";
        while (body.hasRemaining()) {
            byte field = body.get();
            String text = field == 0 ? "" : Packet.text(body);
            message = field == 'M' ? text : message;
            state = field == 'C' ? text : state;
        }
        return message + " (" + state + ")";
    }
}
