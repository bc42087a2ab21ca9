package dev.backwright.services.mysql;

import dev.backwright.services.sql.BoundText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The values of a COM_STMT_EXECUTE as text: a bit for each `null`, perhaps the types, then the values.
/// "COM_STMT_EXECUTE", MySQL Source Code Documentation.
final class BoundValues {

    private BoundValues() {}

    /// What was read, with the types for the next execution, which may leave them out.
    record Read(List<String> values, List<Integer> types) {}

    /// Reads from behind the iteration count.
    ///
    /// @param count how many the statement takes
    /// @param known the types of the last execution
    /// @param sentAhead the numbers of those that came in packets of their own
    static Read read(ByteBuffer body, int count, List<Integer> known, Set<Integer> sentAhead) {
        if (count == 0) {
            return new Read(List.of(), known);
        }
        byte[] nulls = Packet.bytes(body, (count + 7) / 8);
        List<Integer> types = body.get() == 1 ? types(body, count) : known;
        var values = new ArrayList<String>();
        for (int i = 0; i < Math.min(count, BoundText.MOST); i++) {
            if (sentAhead.contains(i)) {
                values.add("(sent ahead in pieces)");
            } else if ((nulls[i / 8] >> i % 8 & 1) == 1) {
                values.add("null");
            } else {
                values.add(BinaryValue.read(body, types.get(i)));
            }
        }
        if (count > BoundText.MOST) {
            values.add(BoundText.more(count - BoundText.MOST));
        }
        return new Read(values, types);
    }

    private static List<Integer> types(ByteBuffer body, int count) {
        var types = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            types.add(body.getShort() & 0xffff);
        }
        return types;
    }
}
