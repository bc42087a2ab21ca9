package dev.backwright.services.mysql;

import dev.backwright.services.sql.BoundText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One value in binary form, as text: "Binary Protocol Value", MySQL Source Code Documentation.
final class BinaryValue {

    private static final int UNSIGNED = 0x8000;

    private BinaryValue() {}

    /// Reads one; types are those of `enum_field_types`, with a bit for unsigned.
    static String read(ByteBuffer body, int type) {
        boolean unsigned = (type & UNSIGNED) != 0;
        return switch (type & 0xff) {
            case 1 -> String.valueOf(unsigned ? body.get() & 0xff : body.get());
            case 2, 13 -> String.valueOf(unsigned ? body.getShort() & 0xffff : body.getShort());
            case 3, 9 ->
                    unsigned
                            ? Integer.toUnsignedString(body.getInt())
                            : String.valueOf(body.getInt());
            case 8 ->
                    unsigned
                            ? Long.toUnsignedString(body.getLong())
                            : String.valueOf(body.getLong());
            case 4 -> number(body.getFloat(), String.valueOf(body.getFloat(body.position() - 4)));
            case 5 -> number(body.getDouble(), String.valueOf(body.getDouble(body.position() - 8)));
            case 6 -> "null";
            case 7, 10, 12 -> dateTime(body);
            case 11 -> time(body);
            default -> text(body);
        };
    }

    /// As JavaScript writes it: whole numbers without a fraction.
    private static String number(double value, String text) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : text;
    }

    private static String dateTime(ByteBuffer body) {
        int length = body.get() & 0xff;
        int year = length >= 4 ? body.getShort() & 0xffff : 0;
        int month = length >= 4 ? body.get() : 0;
        int day = length >= 4 ? body.get() : 0;
        String date = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        return length < 7 ? date : date + " " + clock(body, 0, length >= 11);
    }

    private static String time(ByteBuffer body) {
        int length = body.get() & 0xff;
        if (length == 0) {
            return "00:00:00";
        }
        String sign = body.get() == 1 ? "-" : "";
        return sign + clock(body, body.getInt(), length >= 12);
    }

    private static String clock(ByteBuffer body, int days, boolean micros) {
        String whole =
                String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d",
                        days * 24 + body.get(),
                        body.get(),
                        body.get());
        return micros ? whole + String.format(Locale.ROOT, ".%06d", body.getInt()) : whole;
    }

    private static String text(ByteBuffer body) {
        long length = Packet.number(body);
        byte[] bytes = Packet.bytes(body, (int) Math.min(length, Integer.MAX_VALUE));
        if (bytes.length < length) {
            throw new IllegalArgumentException("a value longer than what is looked at");
        }
        return BoundText.of(decoded(bytes), length);
    }

    private static String decoded(byte[] bytes) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException noText) {
            return BoundText.hex("0x", bytes);
        }
    }
}
