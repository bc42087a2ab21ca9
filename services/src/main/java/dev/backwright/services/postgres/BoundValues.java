package dev.backwright.services.postgres;

import dev.backwright.services.sql.BoundText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The values of a Bind message as text: format codes, then for each value its length (-1 is null) and its bytes.
final class BoundValues {

    private BoundValues() {}

    /// Reads from behind the names of portal and statement.
    ///
    /// @param types the types' OIDs as far as the client gave them
    static List<String> read(ByteBuffer body, List<Integer> types) {
        var formats = new ArrayList<Integer>();
        for (int i = Short.toUnsignedInt(body.getShort()); i > 0; i--) {
            formats.add((int) body.getShort());
        }
        int count = Short.toUnsignedInt(body.getShort());
        var values = new ArrayList<String>();
        for (int i = 0; i < Math.min(count, BoundText.MOST); i++) {
            int format = formats.isEmpty() ? 0 : formats.get(formats.size() == 1 ? 0 : i);
            values.add(value(body, format == 1, i < types.size() ? types.get(i) : 0));
        }
        if (count > BoundText.MOST) {
            values.add(BoundText.more(count - BoundText.MOST));
        }
        return values;
    }

    private static String value(ByteBuffer body, boolean binary, int type) {
        int length = body.getInt();
        if (length < 0) {
            return "null";
        }
        byte[] bytes = new byte[Math.min(length, body.remaining())];
        body.get(bytes);
        String text = binary ? binary(bytes, type) : new String(bytes, StandardCharsets.UTF_8);
        return BoundText.of(text, length);
    }

    /// OIDs from pg_type.dat.
    private static String binary(byte[] bytes, int type) {
        var buffer = ByteBuffer.wrap(bytes);
        return switch (type) {
            case 16 -> bytes.length == 1 ? String.valueOf(bytes[0] != 0) : hex(bytes);
            case 21 -> bytes.length == 2 ? String.valueOf(buffer.getShort()) : hex(bytes);
            case 23 -> bytes.length == 4 ? String.valueOf(buffer.getInt()) : hex(bytes);
            case 20 -> bytes.length == 8 ? String.valueOf(buffer.getLong()) : hex(bytes);
            case 700 -> bytes.length == 4 ? String.valueOf(buffer.getFloat()) : hex(bytes);
            case 701 -> bytes.length == 8 ? String.valueOf(buffer.getDouble()) : hex(bytes);
            case 2950 ->
                    bytes.length == 16
                            ? new java.util.UUID(buffer.getLong(), buffer.getLong()).toString()
                            : hex(bytes);
            case 18, 19, 25, 114, 1042, 1043 -> new String(bytes, StandardCharsets.UTF_8);
            default -> hex(bytes);
        };
    }

    private static String hex(byte[] bytes) {
        return BoundText.hex("\\x", bytes);
    }
}
